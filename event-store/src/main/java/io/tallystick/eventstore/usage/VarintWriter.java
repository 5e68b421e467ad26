package io.tallystick.eventstore.usage;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Numbers in as few bytes as they need, seven bits to a byte, the lowest first.
final class VarintWriter extends ByteArrayOutputStream {

    private static final int LONG_BITS = 63;

    VarintWriter(int size) {
        super(size);
    }

    void unsigned(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        write((int) left);
    }

    /// Small negative numbers stay short, too.
    void signed(long value) {
        unsigned(zigzag(value));
    }

    void bytes(byte[] value) {
        unsigned(value.length);
        writeBytes(value);
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytesOrNull(byte @Nullable [] value) {
        unsigned(value == null ? 0 : value.length + 1L);
        if (value != null) {
            writeBytes(value);
        }
    }

    /// Nothing, or the scale with a bit that says whether the digits fit into a long.
    void decimalOrNull(@Nullable BigDecimal value) {
        if (value == null) {
            unsigned(0);
            return;
        }
        boolean isLarge = value.unscaledValue().bitLength() > LONG_BITS;
        unsigned(1 + 2 * zigzag(value.scale()) + (isLarge ? 1 : 0));
        if (isLarge) {
            bytes(value.unscaledValue().toByteArray());
        } else {
            signed(value.unscaledValue().longValueExact());
        }
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }
}
