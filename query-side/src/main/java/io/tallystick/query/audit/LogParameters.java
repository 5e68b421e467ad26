package io.tallystick.query.audit;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.audit.LogType;
import io.tallystick.query.time.QueryTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which entries, as a client writes it. An empty value is none.
///
/// @param type `login`, `data_change`, `api_call`, `integration` or `export`
/// @param actor id of who did it
/// @param target id of what it was done to
/// @param from time of the first, inclusive
/// @param to time of the last, exclusive
/// @param q part of the sentence, of the action or of what the target is called; at most 200
///   characters
/// @param requestId of the request that did it, as problems have it in `traceId`
public record LogParameters(
        @Nullable String type,
        @Nullable String actor,
        @Nullable String target,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        @Nullable String requestId) {

    private static final int ID_CHARACTERS_MAX = 128;
    private static final int TEXT_CHARACTERS_MAX = 200;

    /// @throws ApiProblem 400 for an unknown type, a time that is none, a range that is reversed
    ///   and a text that is too long
    public LogFilter of(Sight sight) {
        var filter =
                new LogFilter(
                        sight,
                        knownType(),
                        text("actor", actor, ID_CHARACTERS_MAX),
                        text("target", target, ID_CHARACTERS_MAX),
                        QueryTime.instant("from", orNull(from)),
                        QueryTime.instant("to", orNull(to)),
                        text("q", q, TEXT_CHARACTERS_MAX),
                        knownRequest());
        if (filter.from() != null && filter.to() != null && !filter.from().isBefore(filter.to())) {
            throw ApiProblem.invalid("from", "not_before_to", "from must be before to.");
        }
        return filter;
    }

    private @Nullable String knownType() {
        String named = orNull(type);
        if (named != null && LogType.named(named).isEmpty()) {
            String known =
                    Arrays.stream(LogType.values())
                            .map(LogType::lower)
                            .collect(Collectors.joining(", "));
            throw ApiProblem.invalid("type", "unknown_value", "type must be one of " + known + ".");
        }
        return named;
    }

    private @Nullable String knownRequest() {
        String id = orNull(requestId);
        if (id != null && RequestId.time(id).isEmpty()) {
            throw ApiProblem.invalid(
                    "requestId", "not_a_request_id", "This is no id of a request.");
        }
        return id;
    }

    private static @Nullable String text(String name, @Nullable String value, int charactersMax) {
        String text = orNull(value);
        if (text != null && text.length() > charactersMax) {
            throw ApiProblem.invalid(
                    name, "too_long", name + " has at most " + charactersMax + " characters.");
        }
        return text;
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
