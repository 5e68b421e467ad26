package io.tallystick.eventstore.usage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// The values by which the usage of an event is grouped: top-level scalar properties of its `data`,
/// numbers and booleans as they were written. A value that is missing, not a scalar or longer than
/// 128 characters is null: cut short it would be a name that nobody sent, and two different ones
/// could become the same.
public final class GroupValues {

    private static final int CHARACTERS_MAX = 128;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private GroupValues() {}

    /// Absent properties are absent from the answer.
    public static Map<String, @Nullable String> read(
            byte @Nullable [] data, Collection<String> properties) {
        Map<String, @Nullable String> values = new HashMap<>();
        if (data == null || properties.isEmpty()) {
            return values;
        }
        try (JsonParser parser = JSON.createParser(data)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readProperties(parser, properties, values);
            }
        }
        return values;
    }

    private static void readProperties(
            JsonParser parser, Collection<String> wanted, Map<String, @Nullable String> values) {
        String property = parser.nextName();
        while (property != null) {
            JsonToken value = parser.nextToken();
            if (wanted.contains(property)) {
                values.put(property, text(parser, value));
            }
            parser.skipChildren();
            property = parser.nextName();
        }
    }

    private static @Nullable String text(JsonParser parser, JsonToken value) {
        if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = parser.getString();
        return text.length() > CHARACTERS_MAX ? null : text;
    }
}
