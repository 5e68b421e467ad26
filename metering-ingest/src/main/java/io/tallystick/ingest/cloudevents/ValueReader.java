package io.tallystick.ingest.cloudevents;

import io.tallystick.ingest.cloudevents.CanonicalBytes.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one JSON value, whatever it is: writes its canonical form and finds what the log cannot
/// keep.
final class ValueReader {

    /// Levels of objects and arrays in `data`, itself included.
    static final int DEPTH_MAX = 32;

    /// Readers of the log stop at names that their parser finds too long.
    static final int NAME_CHARACTERS_MAX = 1_000;

    private static final int NUMBER_CHARACTERS_MAX = 1_000;

    /// Beyond the range of a double a sum would have to be written out digit by digit.
    private static final int MAGNITUDE_MAX = 308;

    private static final int MAGNITUDE_MIN = -400;
    private static final Field NULL = new Field.Null();
    private static final Field NESTED = new Field.Nested();
    private static final BiConsumer<String, Field> NOBODY = (name, field) -> {};

    private final JsonParser parser;
    private final CanonicalBytes canonical;
    private final Findings findings;

    ValueReader(JsonParser parser, CanonicalBytes canonical, Findings findings) {
        this.parser = parser;
        this.canonical = canonical;
        this.findings = findings;
    }

    /// @param members is told the direct members when the value is an object
    Field read(BiConsumer<String, Field> members) {
        return read(members, 1);
    }

    private Field read(BiConsumer<String, Field> members, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT, START_ARRAY -> nested(members, depth);
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> bool(true);
            case VALUE_FALSE -> bool(false);
            case VALUE_NULL -> nothing();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("no value begins here");
        };
    }

    private Field nested(BiConsumer<String, Field> members, int depth) {
        if (depth > DEPTH_MAX) {
            findings.addHere(
                    "nested_too_deep",
                    "No value may be nested deeper than " + DEPTH_MAX + " levels.");
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(members, depth);
        } else {
            array(depth);
        }
        return NESTED;
    }

    private void object(BiConsumer<String, Field> listener, int depth) {
        List<Member> members = new ArrayList<>();
        boolean sorted = true;
        String before = "";
        canonical.mark('{');
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int from = canonical.length();
            name(name);
            parser.nextToken();
            listener.accept(name, read(NOBODY, depth + 1));
            members.add(new Member(name, from, canonical.length()));
            sorted &= before.compareTo(name) < 0 || members.size() == 1;
            before = name;
        }
        if (!sorted) {
            sort(members);
        }
        canonical.mark('}');
    }

    private void sort(List<Member> members) {
        members.sort(Comparator.comparing(Member::name));
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i).name().equals(members.get(i - 1).name())) {
                findings.addDuplicate(members.get(i).name());
            }
        }
        canonical.reorder(members);
    }

    private void array(int depth) {
        canonical.mark('[');
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read(NOBODY, depth + 1);
        }
        canonical.mark(']');
    }

    private void name(String name) {
        if (name.indexOf(0) >= 0) {
            findings.addBadName();
        }
        if (name.length() > NAME_CHARACTERS_MAX) {
            findings.addLongName();
        }
        canonical.text(name);
    }

    private Field text() {
        String value = parser.getString();
        if (value.indexOf(0) >= 0) {
            findings.addHere("invalid_characters", "The text holds NUL or half a surrogate pair.");
        }
        canonical.text(value);
        return new Field.Text(value);
    }

    private Field number() {
        String asWritten = parser.getString();
        if (!Character.isDigit(asWritten.charAt(asWritten.length() - 1))) {
            findings.addHere("not_a_number", "NaN and Infinity are no numbers.");
        } else if (!isInRange(asWritten)) {
            findings.addHere(
                    "number_out_of_range", "The number is too long, too large or too small.");
        }
        canonical.number(asWritten);
        return new Field.Number(asWritten);
    }

    /// An exponent is compared and never carried out: `1e999999999` has a billion digits.
    private static boolean isInRange(String asWritten) {
        if (asWritten.length() > NUMBER_CHARACTERS_MAX) {
            return false;
        }
        if (asWritten.length() < MAGNITUDE_MAX
                && asWritten.indexOf('e') < 0
                && asWritten.indexOf('E') < 0) {
            return true;
        }
        try {
            var value = new BigDecimal(asWritten);
            long magnitude = (long) value.precision() - value.scale() - 1;
            return magnitude <= MAGNITUDE_MAX && magnitude >= MAGNITUDE_MIN;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Field bool(boolean value) {
        canonical.mark(value ? 't' : 'f');
        return new Field.Bool(value);
    }

    private Field nothing() {
        canonical.mark('z');
        return NULL;
    }
}
