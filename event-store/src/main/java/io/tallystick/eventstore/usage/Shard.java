package io.tallystick.eventstore.usage;

import java.util.UUID;

/// Customers are divided into shards, and segments of a projection take whole shards.
public final class Shard {

    public static final int COUNT = 16;

    /// Multiplies every bit of an id into the highest ones; ids are not random everywhere.
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int HIGHEST_FOUR_BITS = 60;

    private Shard() {}

    /// The same on every node and for ever: it is stored.
    public static int of(UUID customerId) {
        long mixed =
                (customerId.getMostSignificantBits() * 31 + customerId.getLeastSignificantBits())
                        * SPREAD;
        return (int) (mixed >>> HIGHEST_FOUR_BITS);
    }
}
