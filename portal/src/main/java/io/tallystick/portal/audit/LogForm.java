package io.tallystick.portal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.audit.LogFilter;
import io.tallystick.query.audit.LogParameters;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The filter as a person fills it in: whole days of UTC, the last of them included, and the id of
/// a request as a text like any other.
record LogForm(
        @Nullable String type,
        @Nullable String actor,
        @Nullable String target,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        @Nullable Boolean installation) {

    /// @throws ApiProblem 400 for what selects nothing that there could be
    LogFilter filter(Sight sight) {
        boolean isRequest = q != null && RequestId.time(q.strip()).isPresent();
        return new LogParameters(
                        type,
                        actor,
                        target,
                        midnight("from", from, 0),
                        midnight("to", to, 1),
                        isRequest ? null : q,
                        isRequest ? q : null)
                .of(sight);
    }

    boolean isOfInstallation() {
        return Boolean.TRUE.equals(installation);
    }

    /// Nothing selected out.
    static LogForm empty(boolean installation) {
        return new LogForm(null, null, null, null, null, null, installation);
    }

    /// Whether there is anything to take back.
    public boolean isFilled() {
        return !fields().isEmpty();
    }

    /// The address with the filter in it.
    ///
    /// @param more names and values, one after the other
    public String at(String address, String... more) {
        Map<String, String> values = new LinkedHashMap<>(fields());
        if (isOfInstallation()) {
            values.put("installation", "true");
        }
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        var built = new StringBuilder(address);
        values.forEach((name, value) ->
                built.append(built.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, UTF_8)));
        return built.toString();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "type", type);
        put(fields, "actor", actor);
        put(fields, "target", target);
        put(fields, "from", from);
        put(fields, "to", to);
        put(fields, "q", q);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }

    private static @Nullable String midnight(String name, @Nullable String date, int daysLater) {
        if (date == null || date.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(date).plusDays(daysLater) + "T00:00:00Z";
        } catch (DateTimeException e) {
            throw ApiProblem.invalid(name, "invalid_time", "A day is written like 2026-01-31.");
        }
    }
}
