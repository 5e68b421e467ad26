package io.tallystick.eventstore.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The values by which the usage of an event is grouped: top-level scalar properties of its `data`,
/// numbers and booleans as they were written. A value that is missing, not a scalar or longer than
/// 128 characters is null: cut short it would be a name that nobody sent, and two different ones
/// could become the same.
public final class GroupValues {

    private static final int CHARACTERS_MAX = 128;

    /// What is in the log was judged when it came in. A reader with limits of its own would stop at
    /// a row that is there for ever.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final List<String> properties;
    private final List<byte[]> names;
    private final boolean arePlain;

    private GroupValues(List<String> properties) {
        this.properties = List.copyOf(properties);
        this.names =
                properties.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toList();
        this.arePlain = properties.stream().allMatch(GroupValues::isPlain);
    }

    public static GroupValues of(List<String> properties) {
        return new GroupValues(properties);
    }

    /// What JSON writes in one way only.
    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
    }

    /// The values in the order of the properties.
    public List<@Nullable String> read(byte @Nullable [] data) {
        @Nullable String @Nullable [] values = null;
        if (data == null || properties.isEmpty()) {
            values = new @Nullable String[properties.size()];
        } else if (arePlain) {
            values = PlainMembers.read(data, names);
        }
        if (values == null) {
            values = parsed(data);
        }
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            values[i] = value == null || value.length() > CHARACTERS_MAX ? null : value;
        }
        return Arrays.asList(values);
    }

    private @Nullable String[] parsed(byte @Nullable [] data) {
        var values = new @Nullable String[properties.size()];
        try (JsonParser parser = JSON.createParser(data)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readProperties(parser, values);
            }
        }
        return values;
    }

    private void readProperties(JsonParser parser, @Nullable String[] values) {
        String property = parser.nextName();
        while (property != null) {
            JsonToken value = parser.nextToken();
            int wanted = properties.indexOf(property);
            if (wanted >= 0) {
                values[wanted] = isValue(value) ? parser.getString() : null;
            }
            parser.skipChildren();
            property = parser.nextName();
        }
    }

    private static boolean isValue(JsonToken value) {
        return value.isScalarValue() && value != JsonToken.VALUE_NULL;
    }
}
