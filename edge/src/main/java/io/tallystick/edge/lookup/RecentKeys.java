package io.tallystick.edge.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.ApiKeys.ActiveKey;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Keys that were active a moment ago, for requests that bring usage: they come so often that the
/// look-up of the key would be a part of what they cost. It only lets a request begin. What is
/// stored is stored by a statement that asks again, and whoever stores nothing asks [#isActive]
/// before it tells anything.
@Component
public class RecentKeys {

    private static final Duration RECENT = Duration.ofSeconds(1);
    private static final int MAX = 10_000;

    private final ApiKeys keys;
    private final Cache<ByteBuffer, ActiveKey> recent =
            Caffeine.newBuilder().expireAfterWrite(RECENT).maximumSize(MAX).build();

    RecentKeys(ApiKeys keys) {
        this.keys = keys;
    }

    public Optional<ActiveKey> find(byte[] secretHash) {
        var known = Optional.ofNullable(recent.getIfPresent(ByteBuffer.wrap(secretHash)));
        return known.or(() -> read(secretHash));
    }

    private Optional<ActiveKey> read(byte[] secretHash) {
        Optional<ActiveKey> active = keys.findForRequest(secretHash);
        active.ifPresent(key -> recent.put(ByteBuffer.wrap(secretHash), key));
        return active;
    }

    /// Whether a key that is not active could be used if its customer had API access.
    public boolean lacksAccessOnly(Caller caller) {
        return keys.lacksAccessOnly(UUID.fromString(caller.actorId()));
    }

    /// As the last acknowledged command left it.
    public boolean isActive(Caller caller) {
        return keys.isActive(caller.actorId());
    }
}
