package io.tallystick.command.support;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.Printable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be written in a ticket. It is there for ever, so it is bounded.
final class TicketRule {

    private static final int SUBJECT_CHARACTERS_MAX = 200;
    private static final int TEXT_CHARACTERS_MAX = 5_000;
    private static final String NORMAL = "normal";
    private static final Set<String> PRIORITIES = Set.of("low", NORMAL, "high", "urgent");

    private TicketRule() {}

    static String subject(@Nullable String given, List<FieldError> errors) {
        String subject = required(given, "subject", errors);
        if (subject.codePointCount(0, subject.length()) > SUBJECT_CHARACTERS_MAX
                || !Printable.isLine(subject)) {
            errors.add(
                    new FieldError(
                            "/subject",
                            "invalid_subject",
                            "A subject has 1 to %d printable characters in one line."
                                    .formatted(SUBJECT_CHARACTERS_MAX)));
        }
        return subject;
    }

    static String text(@Nullable String given, List<FieldError> errors) {
        String text = required(given, "text", errors).replace("\r\n", "\n");
        if (text.codePointCount(0, text.length()) > TEXT_CHARACTERS_MAX
                || !Printable.areLines(text)) {
            errors.add(
                    new FieldError(
                            "/text",
                            "invalid_text",
                            "A text has 1 to %,d printable characters."
                                    .formatted(TEXT_CHARACTERS_MAX)));
        }
        return text;
    }

    private static String required(@Nullable String given, String field, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            errors.add(new FieldError("/" + field, "required", field + " is required."));
            return "";
        }
        return given.strip();
    }

    static String priority(@Nullable String given, List<FieldError> errors) {
        String priority = given == null ? NORMAL : given;
        if (!PRIORITIES.contains(priority)) {
            errors.add(
                    new FieldError(
                            "/priority",
                            "unknown_value",
                            "A priority is low, normal, high or urgent."));
        }
        return priority;
    }

    static boolean isOpen(@Nullable String state) {
        return switch (state) {
            case null -> throw ApiProblem.invalid("/state", "required", "state is required.");
            case "open" -> true;
            case "closed" -> false;
            default ->
                    throw ApiProblem.invalid(
                            "/state", "unknown_value", "A state is open or closed.");
        };
    }

    /// What is no id is as absent as an id of nobody.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notFound("support_ticket");
        }
    }
}
