package io.tallystick.ingest.cloudevents;

import java.nio.charset.StandardCharsets;

/// Escapes of half a surrogate pair, `\ud83d` without `\ude00`. No text holds one, and the parser
/// gives the whole body up when a name does. Each becomes an escaped NUL, which is as long, which
/// the parser passes on, and which makes the one item invalid that it stands in.
final class HalfPairs {

    private static final byte[] NUL = "\\u0000".getBytes(StandardCharsets.US_ASCII);
    private static final int ESCAPE_BYTES = NUL.length;
    private static final int NO_ESCAPE = -1;

    private HalfPairs() {}

    static void blank(byte[] body) {
        int i = 0;
        while (i < body.length) {
            i += body[i] == '\\' ? blankAt(body, i) : 1;
        }
    }

    /// @return the length of what was looked at
    private static int blankAt(byte[] body, int at) {
        int unit = unit(body, at);
        if (unit == NO_ESCAPE) {
            return 2;
        }
        if (!isSurrogate(unit)) {
            return ESCAPE_BYTES;
        }
        int next = unit(body, at + ESCAPE_BYTES);
        if (next != NO_ESCAPE && Character.isSurrogatePair((char) unit, (char) next)) {
            return 2 * ESCAPE_BYTES;
        }
        System.arraycopy(NUL, 0, body, at, ESCAPE_BYTES);
        return ESCAPE_BYTES;
    }

    private static boolean isSurrogate(int unit) {
        return Character.isSurrogate((char) unit);
    }

    private static int unit(byte[] body, int at) {
        if (at + ESCAPE_BYTES > body.length || body[at] != '\\' || body[at + 1] != 'u') {
            return NO_ESCAPE;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE_BYTES; i++) {
            int digit = Character.digit(body[i], 16);
            if (digit < 0) {
                return NO_ESCAPE;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
