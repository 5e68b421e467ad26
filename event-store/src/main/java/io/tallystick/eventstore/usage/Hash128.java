package io.tallystick.eventstore.usage;

import java.nio.ByteBuffer;
import java.util.UUID;

/// The first 16 bytes of a SHA-256. Ordered like PostgreSQL orders `bytea`, so that rows sorted by
/// it take their index entries in the same order on every node.
public record Hash128(long high, long low) implements Comparable<Hash128> {

    public static Hash128 of(String... parts) {
        var hasher = new Hasher();
        for (String part : parts) {
            hasher.add(part);
        }
        return hasher.hash();
    }

    static Hash128 ofBytes(byte[] sixteen) {
        return of(ByteBuffer.wrap(sixteen));
    }

    static Hash128 of(ByteBuffer buffer) {
        return new Hash128(buffer.getLong(), buffer.getLong());
    }

    UUID toUuid() {
        return new UUID(high, low);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Hash128 other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
}
