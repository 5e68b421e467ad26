package io.tallystick.eventstore.usage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The first 16 bytes of a SHA-256. Ordered like PostgreSQL orders `bytea`, so that rows sorted by
/// it take their index entries in the same order on every node.
public record Hash128(long high, long low) implements Comparable<Hash128> {

    /// Each part is preceded by its length, so that no two lists of parts run together to the same
    /// bytes.
    public static Hash128 of(byte[]... parts) {
        MessageDigest sha = sha256();
        for (byte[] part : parts) {
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            sha.update(part);
        }
        return of(ByteBuffer.wrap(sha.digest()));
    }

    public static Hash128 of(String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return of(bytes);
    }

    static Hash128 ofBytes(byte[] sixteen) {
        return of(ByteBuffer.wrap(sixteen));
    }

    private static Hash128 of(ByteBuffer buffer) {
        return new Hash128(buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Hash128 other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
