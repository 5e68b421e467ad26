package io.tallystick.ingest.cloudevents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Is a body UTF-8 and nothing else? A JSON parser guesses UTF-16 and UTF-32, and reads letters
/// that are written in more bytes than they need.
final class Utf8 {

    private static final int WINDOW_CHARACTERS = 8_192;

    private Utf8() {}

    static boolean isValid(byte[] body) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer window = CharBuffer.allocate(WINDOW_CHARACTERS);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            window.clear();
            result = decoder.decode(in, window, true);
        }
        return !result.isError();
    }

    /// JSON escapes NUL; a raw one is where UTF-16 shows.
    static boolean hasNul(byte[] body) {
        for (byte b : body) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
