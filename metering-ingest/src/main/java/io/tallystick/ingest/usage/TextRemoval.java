package io.tallystick.ingest.usage;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The data of a text message without its text. All other members keep the bytes that were sent.
final class TextRemoval {

    /// What comes here was parsed before, under tighter limits.
    static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private TextRemoval() {}

    /// @param segments what was counted; null when the number was sent
    static byte[] from(byte[] object, @Nullable BigDecimal segments) {
        var kept = new ByteArrayOutputStream(object.length);
        kept.write('{');
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), object, 0, object.length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                keep(parser, object, kept, segments != null);
            }
        }
        if (segments != null) {
            byte[] member =
                    ("\"segments\":" + segments.toPlainString()).getBytes(StandardCharsets.UTF_8);
            separate(kept);
            kept.write(member, 0, member.length);
        }
        kept.write('}');
        return kept.toByteArray();
    }

    private static void keep(
            JsonParser parser,
            byte[] object,
            ByteArrayOutputStream kept,
            boolean replacesSegments) {
        String name = parser.currentName();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.nextToken();
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        if (name.equals("text") || (replacesSegments && name.equals("segments"))) {
            return;
        }
        separate(kept);
        kept.write(object, from, to - from);
    }

    private static void separate(ByteArrayOutputStream kept) {
        if (kept.size() > 1) {
            kept.write(',');
        }
    }
}
