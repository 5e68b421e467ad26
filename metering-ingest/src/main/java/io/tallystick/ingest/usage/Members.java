package io.tallystick.ingest.usage;

import io.tallystick.ingest.cloudevents.Field;
import io.tallystick.ingest.cloudevents.ItemError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the members of `data` for one rule and notes the first that breaks it. A null member
/// counts as one that was not sent.
final class Members {

    private static final int NUMBER_CHARACTERS_MAX = 64;
    private static final int TEXT_CHARACTERS_MAX = 128;
    private static final Field ABSENT = new Field.Null();

    private final byte @Nullable [] raw;
    private final Map<String, Field> fields;
    private List<SentNumber> numbers = List.of();
    private @Nullable ItemError error;

    Members(byte @Nullable [] raw, Map<String, Field> fields) {
        this.raw = raw;
        this.fields = fields;
    }

    byte @Nullable [] raw() {
        return raw;
    }

    /// True also for a null.
    boolean wasSent(String name) {
        return fields.containsKey(name);
    }

    private boolean has(String name) {
        return !(field(name) instanceof Field.Null);
    }

    private Field field(String name) {
        return fields.getOrDefault(name, ABSENT);
    }

    Members requireText(String name) {
        require(name);
        if (field(name) instanceof Field.Text(String value) && value.isEmpty()) {
            reject("missing", name, name + " is empty.");
        }
        return text(name);
    }

    /// Text by which something is found again.
    Members requireKey(String name) {
        return requireText(name).shortText(name);
    }

    /// Text that may be absent and is not long when it is there.
    Members shortText(String name) {
        String value = textOrNull(name);
        if (value != null && value.length() > TEXT_CHARACTERS_MAX) {
            reject(
                    "too_long",
                    name,
                    "At most " + TEXT_CHARACTERS_MAX + " characters are allowed here.");
        }
        return this;
    }

    /// A telephone number that is refused when it is none.
    Members requirePhone(String name) {
        return requireText(name).phone(name, true);
    }

    /// A telephone number, or whatever else stands in its place.
    Members phone(String name) {
        return phone(name, false);
    }

    private Members phone(String name, boolean required) {
        String value = textOrNull(name);
        if (value != null) {
            List<SentNumber> more = new ArrayList<>(numbers);
            more.add(new SentNumber(name, value, required));
            numbers = List.copyOf(more);
        }
        return this;
    }

    /// Members that may be absent, and are text when they are there.
    Members text(String... names) {
        for (String name : names) {
            textOrNull(name);
        }
        return this;
    }

    @Nullable String textOrNull(String name) {
        return switch (field(name)) {
            case Field.Text(String value) -> value;
            case Field.Null _ -> null;
            case Field.Number _, Field.Bool _, Field.Nested _ -> {
                reject("wrong_type", name, name + " is a string.");
                yield null;
            }
        };
    }

    Members bool(String name) {
        switch (field(name)) {
            case Field.Bool _, Field.Null _ -> {}
            case Field.Text _, Field.Number _, Field.Nested _ ->
                    reject("wrong_type", name, name + " is true or false.");
        }
        return this;
    }

    Members oneOf(String name, String... values) {
        String value = textOrNull(name);
        if (value != null && !Arrays.asList(values).contains(value)) {
            reject("unknown_value", name, name + " is one of " + String.join(", ", values) + ".");
        }
        return this;
    }

    @Nullable BigDecimal requireNumber(String name, Bounds bounds) {
        require(name);
        return number(name, bounds);
    }

    /// Null when the member is absent or breaks the bounds.
    @Nullable BigDecimal number(String name, Bounds bounds) {
        return switch (field(name)) {
            case Field.Number(String asWritten) -> inBounds(name, asWritten, bounds);
            case Field.Null _ -> null;
            case Field.Text _, Field.Bool _, Field.Nested _ -> {
                reject("wrong_type", name, name + " is a number.");
                yield null;
            }
        };
    }

    private @Nullable BigDecimal inBounds(String name, String asWritten, Bounds bounds) {
        BigDecimal value = decimal(asWritten);
        if (value == null || !bounds.allow(value)) {
            reject("out_of_range", name, name + " is " + bounds.inWords() + ".");
            return null;
        }
        return value.setScale(Math.max(0, value.scale()));
    }

    private static @Nullable BigDecimal decimal(String asWritten) {
        if (asWritten.length() > NUMBER_CHARACTERS_MAX) {
            return null;
        }
        try {
            return new BigDecimal(asWritten).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void require(String name) {
        if (!has(name)) {
            reject("missing", name, name + " is missing.");
        }
    }

    void reject(String code, String name, String detail) {
        if (error == null) {
            error = new ItemError(code, "/data/" + name, detail);
        }
    }

    Verdict verdict(@Nullable BigDecimal measure) {
        return verdict(measure, raw);
    }

    Verdict verdict(@Nullable BigDecimal measure, byte @Nullable [] stored) {
        return error == null
                ? new Verdict.Usage(measure, stored, numbers)
                : new Verdict.Invalid(error);
    }
}
