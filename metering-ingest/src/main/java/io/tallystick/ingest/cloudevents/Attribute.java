package io.tallystick.ingest.cloudevents;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The attributes of a CloudEvent that Tallystick reads. All are strings.
enum Attribute {
    SPECVERSION("specversion", 16, true),
    ID("id", 256, true),
    SOURCE("source", 256, true),
    TYPE("type", 128, true),
    SUBJECT("subject", 128, true),
    TIME("time", 64, false);

    private static final Map<String, Attribute> BY_NAME =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    attribute -> attribute.jsonName, Function.identity()));

    final String jsonName;
    final int charactersMax;
    final boolean required;

    Attribute(String jsonName, int charactersMax, boolean required) {
        this.jsonName = jsonName;
        this.charactersMax = charactersMax;
        this.required = required;
    }

    static @Nullable Attribute named(String name) {
        return BY_NAME.get(name);
    }

    String pointer() {
        return "/" + jsonName;
    }
}
