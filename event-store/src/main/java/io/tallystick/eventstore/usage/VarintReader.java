package io.tallystick.eventstore.usage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads what a [VarintWriter] wrote.
final class VarintReader {

    private final byte[] bytes;
    private int at;

    VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long unsigned() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    long signed() {
        return unzigzag(unsigned());
    }

    int count() {
        return Math.toIntExact(unsigned());
    }

    byte[] bytes() {
        return take(count());
    }

    String text() {
        int length = count();
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    byte @Nullable [] bytesOrNull() {
        int length = count();
        return length == 0 ? null : take(length - 1);
    }

    @Nullable BigDecimal decimalOrNull() {
        long header = unsigned();
        if (header == 0) {
            return null;
        }
        boolean isLarge = ((header - 1) & 1) == 1;
        int scale = Math.toIntExact(unzigzag((header - 1) >>> 1));
        return isLarge
                ? new BigDecimal(new BigInteger(bytes()), scale)
                : BigDecimal.valueOf(signed(), scale);
    }

    private byte[] take(int length) {
        byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return taken;
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
