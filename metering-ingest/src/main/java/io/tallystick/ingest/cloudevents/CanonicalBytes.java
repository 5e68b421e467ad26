package io.tallystick.ingest.cloudevents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The form of `data` that is hashed: strings are unescaped, numbers as written, members sorted by
/// name, whitespace gone. Every part carries its kind and its length, so that two values never run
/// together to the same bytes.
final class CanonicalBytes {

    private static final int TYPICAL_BYTES = 512;

    private byte[] bytes = new byte[TYPICAL_BYTES];
    private int length;

    /// Where a member of an object begins and ends, its name included.
    record Member(String name, int from, int to) {}

    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void clear() {
        length = 0;
    }

    void text(String value) {
        tagged('s', value.getBytes(StandardCharsets.UTF_8));
    }

    void number(String asWritten) {
        tagged('n', asWritten.getBytes(StandardCharsets.UTF_8));
    }

    /// A literal, or the beginning or end of a nested value.
    void mark(char kind) {
        reserve(1);
        bytes[length++] = (byte) kind;
    }

    /// Brings the members that were written last into the order of their names.
    void reorder(List<Member> sorted) {
        int from = length;
        for (Member member : sorted) {
            from = Math.min(from, member.from());
        }
        byte[] unsorted = Arrays.copyOfRange(bytes, from, length);
        int to = from;
        for (Member member : sorted) {
            int memberLength = member.to() - member.from();
            System.arraycopy(unsorted, member.from() - from, bytes, to, memberLength);
            to += memberLength;
        }
    }

    private void tagged(char kind, byte[] value) {
        reserve(1 + Integer.BYTES + value.length);
        bytes[length++] = (byte) kind;
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value.length >>> shift);
        }
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
