package io.tallystick.edge;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// Ids are made here, at the edge, and nowhere deeper: a projection or an aggregate that makes ids
/// cannot be replayed.
public final class Ids {

    private static final TimeBasedEpochGenerator TIME_ORDERED =
            Generators.timeBasedEpochGenerator();

    private static final long VERSION = 0x7000;

    private Ids() {}

    /// A UUIDv7.
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /// A UUIDv7 of a time that is the same whenever it is made of the same words, for what is made
    /// from the log and may be made again.
    public static UUID of(Instant at, String words) {
        UUID hash = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
        long high = (at.toEpochMilli() << 16) | VERSION | (hash.getMostSignificantBits() & 0xFFF);
        return new UUID(high, hash.getLeastSignificantBits());
    }
}
