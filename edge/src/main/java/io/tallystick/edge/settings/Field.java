package io.tallystick.edge.settings;

import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.EmailAddress;
import io.tallystick.edge.text.Printable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A field of a section and what may be sent for it.
public final class Field {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final String name;
    private final Function<String, JsonNode> typing;
    private final List<Check> checks;

    private record Check(Predicate<JsonNode> holds, String code, String detail) {}

    private Field(String name, Function<String, JsonNode> typing, Check... checks) {
        this.name = name;
        this.typing = typing;
        this.checks = List.of(checks);
    }

    public String name() {
        return name;
    }

    /// What somebody typed into a form, as a program would send it. What makes no sense stays a
    /// text, so that it is refused like any other.
    public JsonNode typed(String text) {
        return typing.apply(text.strip());
    }

    static Field flag(String name) {
        return new Field(
                name,
                text -> JSON.booleanNode(text.equals("true")),
                type(JsonNode::isBoolean, name + " is true or false."));
    }

    static Field whole(String name, int min, int max) {
        return new Field(
                name,
                Field::number,
                type(JsonNode::isIntegralNumber, name + " is a whole number."),
                range(value -> isBetween(value, min, max), name, min, max));
    }

    /// Null says that there is none.
    static Field wholeOrNone(String name, int min, int max) {
        return new Field(
                name,
                text -> text.isEmpty() ? JSON.nullNode() : number(text),
                type(
                        value -> value.isNull() || value.isIntegralNumber(),
                        name + " is a whole number, or null."),
                range(value -> value.isNull() || isBetween(value, min, max), name, min, max));
    }

    static Field oneOf(String name, String... values) {
        Set<String> known = Set.of(values);
        return new Field(
                name,
                JSON::stringNode,
                type(JsonNode::isString, name + " is a text."),
                new Check(
                        value -> known.contains(value.asString()),
                        "unknown_value",
                        name + " is one of " + String.join(", ", values) + "."));
    }

    /// A decimal text that is not negative.
    static Field decimal(String name, int max) {
        return new Field(
                name,
                JSON::stringNode,
                type(JsonNode::isString, name + " is a decimal text."),
                number(value -> isDecimal(value.asString()), name),
                range(value -> isUpTo(value.asString(), max), name, 0, max));
    }

    /// Null says that there is none.
    static Field decimalOrNone(String name, int max) {
        return new Field(
                name,
                text -> text.isEmpty() ? JSON.nullNode() : JSON.stringNode(text),
                type(
                        value -> value.isNull() || value.isString(),
                        name + " is a decimal text, or null."),
                number(value -> value.isNull() || isDecimal(value.asString()), name),
                range(value -> value.isNull() || isUpTo(value.asString(), max), name, 0, max));
    }

    static Field decimals(String name, int countMax, int max) {
        return new Field(
                name,
                Field::lines,
                type(
                        value -> value.isArray() && all(value, JsonNode::isString),
                        name + " is a list of decimal texts."),
                tooMany(name, countMax),
                number(value -> all(value, item -> isDecimal(item.asString())), name),
                range(value -> all(value, item -> isUpTo(item.asString(), max)), name, 0, max));
    }

    static Field emails(String name, int max) {
        return new Field(
                name,
                Field::lines,
                type(
                        value -> value.isArray() && all(value, JsonNode::isString),
                        name + " is a list of texts."),
                tooMany(name, max),
                new Check(
                        value -> all(value, item -> EmailAddress.isOne(item.asString())),
                        "invalid_email",
                        name + " has something that is no e-mail address."),
                new Check(Field::isWithoutTwins, "duplicate", name + " names somebody twice."));
    }

    static Field emailOrNone(String name) {
        return textOrNone(
                name,
                new Check(
                        value -> value.isNull() || EmailAddress.isOne(value.asString()),
                        "invalid_email",
                        name + " is no e-mail address."));
    }

    /// Only what is a colour: it becomes a part of a style sheet.
    static Field colourOrNone(String name) {
        return textOrNone(
                name,
                new Check(
                        value -> value.isNull() || COLOUR.matcher(value.asString()).matches(),
                        "invalid_color",
                        name + " is a colour such as #0f6e66."));
    }

    /// In one line.
    static Field lineOrNone(String name, int charactersMax) {
        return textOrNone(
                name,
                length(name, charactersMax),
                new Check(
                        value -> value.isNull() || Printable.isLine(value.asString()),
                        "invalid_text",
                        name + " has one line of printable characters."));
    }

    static Field paragraphsOrNone(String name, int charactersMax) {
        return textOrNone(
                name,
                length(name, charactersMax),
                new Check(
                        value -> value.isNull() || Printable.areLines(value.asString()),
                        "invalid_text",
                        name + " has lines of printable characters."));
    }

    /// What is made elsewhere, and can only be taken away here.
    static Field removable(String name, String detail) {
        return new Field(
                name, _ -> JSON.nullNode(), new Check(JsonNode::isNull, "not_allowed", detail));
    }

    private static Field textOrNone(String name, Check... checks) {
        List<Check> all = new ArrayList<>();
        all.add(type(value -> value.isNull() || value.isString(), name + " is a text, or null."));
        all.addAll(List.of(checks));
        return new Field(
                name,
                text -> text.isEmpty() ? JSON.nullNode() : JSON.stringNode(text),
                all.toArray(Check[]::new));
    }

    /// Names without an order, each of which says something once.
    static Field names(String name, int max) {
        return new Field(
                name,
                Field::lines,
                type(
                        value -> value.isArray() && all(value, JsonNode::isString),
                        name + " is a list of texts."),
                tooMany(name, max),
                new Check(
                        value -> all(value, item -> NAME.matcher(item.asString()).matches()),
                        "invalid_name",
                        "A name in " + name + " has 1 to 64 letters, digits, _, . and -."),
                new Check(Field::isWithoutTwins, "duplicate", name + " names something twice."));
    }

    /// The first thing that is wrong with a value.
    Optional<FieldError> fault(JsonNode value) {
        @Nullable Check broken =
                checks.stream()
                        .filter(check -> !check.holds().test(value))
                        .findFirst()
                        .orElse(null);
        return Optional.ofNullable(broken)
                .map(check -> new FieldError("/" + name, check.code(), check.detail()));
    }

    private static JsonNode number(String text) {
        return DIGITS.matcher(text).matches()
                ? JSON.numberNode(new BigInteger(text))
                : JSON.stringNode(text);
    }

    private static JsonNode lines(String text) {
        ArrayNode list = JSON.arrayNode();
        text.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(list::add);
        return list;
    }

    private static Check type(Predicate<JsonNode> holds, String detail) {
        return new Check(holds, "wrong_type", detail);
    }

    private static Check number(Predicate<JsonNode> holds, String name) {
        return new Check(
                holds,
                "not_a_decimal",
                "A decimal in " + name + " has digits and at most 6 places, such as 12.5.");
    }

    private static Check tooMany(String name, int max) {
        return new Check(
                value -> value.size() <= max, "too_many", name + " has at most " + max + ".");
    }

    private static Check length(String name, int max) {
        return new Check(
                value ->
                        value.isNull()
                                || value.asString().codePointCount(0, value.asString().length())
                                        <= max,
                "too_long",
                name + " has at most " + max + " characters.");
    }

    /// In front of its bounds stands what a negative number has, so that it is out of range and not
    /// no number.
    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private static boolean isUpTo(String text, int max) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static Check range(Predicate<JsonNode> holds, String name, int min, int max) {
        return new Check(holds, "out_of_range", name + " is between " + min + " and " + max + ".");
    }

    private static boolean isBetween(JsonNode value, int min, int max) {
        return value.canConvertToInt() && value.intValue() >= min && value.intValue() <= max;
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> holds) {
        return list.valueStream().allMatch(holds);
    }

    private static boolean isWithoutTwins(JsonNode list) {
        Set<String> seen = new HashSet<>();
        return list.valueStream().map(JsonNode::asString).allMatch(seen::add);
    }
}
