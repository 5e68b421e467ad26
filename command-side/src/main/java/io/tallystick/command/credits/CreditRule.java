package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.Printable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a grant, a deduction and a hold may say.
final class CreditRule {

    static final int PRIORITY = 100;
    static final int TTL_SECONDS = 60;
    private static final int PRIORITY_MAX = 1_000;
    private static final int TTL_SECONDS_MAX = 3_600;
    private static final int TEXT_CHARACTERS_MAX = 500;
    private static final int CALL_CHARACTERS_MAX = 200;
    private static final Instant TIME_MIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant TIME_MAX = Instant.parse("2200-01-01T00:00:00Z");
    private static final Set<String> KINDS = Set.of("paid", "promotional");

    private CreditRule() {}

    static String kind(@Nullable String given, List<FieldError> errors) {
        String kind = given == null ? "paid" : given;
        if (!KINDS.contains(kind)) {
            errors.add(new FieldError("/kind", "unknown_value", "A kind is paid or promotional."));
        }
        return kind;
    }

    static int priority(@Nullable Integer given, List<FieldError> errors) {
        int priority = given == null ? PRIORITY : given;
        if (priority < 1 || priority > PRIORITY_MAX) {
            errors.add(
                    new FieldError(
                            "/priority",
                            "out_of_range",
                            "priority is 1 to %,d.".formatted(PRIORITY_MAX)));
        }
        return priority;
    }

    static int ttlSeconds(@Nullable Integer given, List<FieldError> errors) {
        int ttl = given == null ? TTL_SECONDS : given;
        if (ttl < 1 || ttl > TTL_SECONDS_MAX) {
            errors.add(
                    new FieldError(
                            "/ttlSeconds",
                            "out_of_range",
                            "ttlSeconds is 1 to %,d.".formatted(TTL_SECONDS_MAX)));
        }
        return ttl;
    }

    /// A time that the log and the database can keep.
    static @Nullable Instant time(
            @Nullable Instant given, String pointer, List<FieldError> errors) {
        if (given != null && (given.isBefore(TIME_MIN) || given.isAfter(TIME_MAX))) {
            errors.add(
                    new FieldError(
                            pointer, "out_of_range", "A time is between the years 2000 and 2200."));
            return null;
        }
        return given == null ? null : given.truncatedTo(ChronoUnit.MILLIS);
    }

    /// @param now for a grant that is effective at once
    static void span(
            @Nullable Instant effectiveAt,
            @Nullable Instant expiresAt,
            Instant now,
            List<FieldError> errors) {
        Instant from = effectiveAt == null ? now : effectiveAt;
        if (expiresAt != null && !expiresAt.isAfter(from)) {
            errors.add(
                    new FieldError(
                            "/expiresAt",
                            "expires_before_effect",
                            "Credits cannot expire before they are effective."));
        }
    }

    static @Nullable String note(@Nullable String given, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return text(given.strip(), "/note", errors);
    }

    static String reason(@Nullable String given, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            errors.add(new FieldError("/reason", "required", "reason is required."));
            return "";
        }
        return text(given.strip(), "/reason", errors);
    }

    private static String text(String given, String pointer, List<FieldError> errors) {
        if (given.codePointCount(0, given.length()) > TEXT_CHARACTERS_MAX
                || !Printable.isLine(given)) {
            errors.add(
                    new FieldError(
                            pointer,
                            "invalid_text",
                            "%s has at most %d printable characters in one line."
                                    .formatted(pointer.substring(1), TEXT_CHARACTERS_MAX)));
        }
        return given;
    }

    static String callId(@Nullable String given, List<FieldError> errors) {
        if (given == null || given.isEmpty()) {
            errors.add(new FieldError("/callId", "required", "callId is required."));
            return "";
        }
        if (given.length() > CALL_CHARACTERS_MAX || !Printable.isLine(given)) {
            errors.add(
                    new FieldError(
                            "/callId",
                            "invalid_call_id",
                            "A callId has 1 to %d printable characters."
                                    .formatted(CALL_CHARACTERS_MAX)));
        }
        return given;
    }

    /// What is no id is as absent as an id of nobody.
    static UUID holdId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notFound("hold");
        }
    }
}
