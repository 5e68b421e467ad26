package io.tallystick.eventstore.usage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Hashes lists of parts, one after the other. Each part is preceded by its length, so that no two
/// lists run together to the same bytes. For one thread; thousands of events share one.
public final class Hasher {

    private static final int TYPICAL_BYTES = 512;

    private final MessageDigest sha;
    private byte[] parts = new byte[TYPICAL_BYTES];
    private int length;

    public Hasher() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public Hasher add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    public Hasher add(byte[] part) {
        return add(part, part.length);
    }

    /// Only the first bytes.
    public Hasher add(byte[] part, int partLength) {
        reserve(Integer.BYTES + partLength);
        for (int shift = 24; shift >= 0; shift -= 8) {
            parts[length++] = (byte) (partLength >>> shift);
        }
        System.arraycopy(part, 0, parts, length, partLength);
        length += partLength;
        return this;
    }

    /// Of all parts since the last hash.
    public Hash128 hash() {
        sha.update(parts, 0, length);
        length = 0;
        return Hash128.of(ByteBuffer.wrap(sha.digest()));
    }

    private void reserve(int more) {
        if (length + more > parts.length) {
            parts = Arrays.copyOf(parts, Math.max(parts.length * 2, length + more));
        }
    }
}
