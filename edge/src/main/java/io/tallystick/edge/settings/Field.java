package io.tallystick.edge.settings;

import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.math.BigInteger;
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

    /// Names without an order, each of which says something once.
    static Field names(String name, int max) {
        return new Field(
                name,
                Field::lines,
                type(value -> value.isArray() && all(value, JsonNode::isString), name + " is a list of texts."),
                new Check(value -> value.size() <= max, "too_many", name + " has at most " + max + "."),
                new Check(
                        value -> all(value, item -> NAME.matcher(item.asString()).matches()),
                        "invalid_name",
                        "A name in " + name + " has 1 to 64 letters, digits, _, . and -."),
                new Check(Field::isWithoutTwins, "duplicate", name + " names something twice."));
    }

    /// The first thing that is wrong with a value.
    Optional<FieldError> fault(JsonNode value) {
        @Nullable Check broken =
                checks.stream().filter(check -> !check.holds().test(value)).findFirst().orElse(null);
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
