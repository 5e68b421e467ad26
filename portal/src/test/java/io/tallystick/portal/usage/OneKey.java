package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.access.Keys;
import io.tallystick.query.access.ApiKeyItem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A customer with one key, who may have another when it says what for.
final class OneKey implements Keys {

    static final UUID ID = new UUID(8, 1);
    static final String SECRET = "the secret of the new key";

    @Override
    public List<ApiKeyItem> of(KeyOwner owner) {
        return List.of(
                new ApiKeyItem(
                        ID,
                        "Import <b>",
                        "tsk_live_0Ab1Cd2E",
                        List.of("read", "write"),
                        Instant.parse("2026-11-01T08:00:00Z"),
                        null,
                        null));
    }

    @Override
    public String issue(
            KeyOwner owner,
            @Nullable String name,
            @Nullable Set<String> permissions,
            Caller caller,
            String requestId) {
        if (permissions == null) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "api_key_limit", "The customer has 10 active keys.");
        }
        return SECRET;
    }

    @Override
    public void revoke(KeyOwner owner, String keyId, Caller caller, String requestId) {}
}
