package io.tallystick.query.audit;

import io.tallystick.query.phone.PhoneMask;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Telephone numbers in what facts say. Enough of one is left to tell two apart that one knows.
final class PhoneNumbers {

    /// Eight to fifteen digits: with a plus or a leading zero also in groups, else in one go. Dates
    /// and ids are written otherwise.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\w+.-])(?:(?:\\+|0)\\d?(?:[ ()/.-]{0,2}\\d){7,14}|\\d{8,15})(?![\\w-])");

    private PhoneNumbers() {}

    /// Every number in the text as `+4917*****23`.
    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(found -> PhoneMask.of(found.group()));
    }

    /// The same in every text of the JSON, whose numbers and names stay.
    static JsonNode masked(JsonNode json) {
        if (json.isString()) {
            return JsonNodeFactory.instance.stringNode(masked(json.asString()));
        }
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> copy.set(field.getKey(), masked(field.getValue())));
            return copy;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(masked(item)));
            return copy;
        }
        return json;
    }
}
