package io.tallystick.ingest.usage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Data with other texts in some of its members. Everything else keeps the bytes that were sent.
final class MemberTexts {

    private MemberTexts() {}

    /// @param texts by the member's name; plain ASCII without quotes and backslashes
    static byte[] replace(byte[] object, Map<String, String> texts) {
        var out = new ByteArrayOutputStream(object.length + 16);
        int copied = 0;
        try (JsonParser parser =
                TextRemoval.JSON.createParser(
                        ObjectReadContext.empty(), object, 0, object.length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String text = texts.get(parser.currentName());
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                if (text != null) {
                    out.write(object, copied, from - copied);
                    out.writeBytes(('"' + text + '"').getBytes(StandardCharsets.US_ASCII));
                    copied = (int) parser.currentLocation().getByteOffset();
                }
            }
        }
        out.write(object, copied, object.length - copied);
        return out.toByteArray();
    }
}
