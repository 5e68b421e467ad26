package io.tallystick.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.edge.problem.ApiProblem;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person has filled into the form of a filter, by the names of its fields. What is blank is
/// not filled in.
public final class FilterFields {

    private final Map<String, String> values = new LinkedHashMap<>();

    public FilterFields with(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
        return this;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Map<String, String> values() {
        return values;
    }

    /// The address with the filter in it.
    ///
    /// @param more names and values, one after the other
    public String at(String address, String... more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        var built = new StringBuilder(address);
        all.forEach((name, value) ->
                built.append(built.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, UTF_8)));
        return built.toString();
    }

    /// The first moment of a day of UTC, as the API wants it.
    ///
    /// @param field where the day was filled in
    /// @throws ApiProblem 400 for what is no day
    public static @Nullable String from(String field, @Nullable String day) {
        return midnight(field, day, 0);
    }

    /// The first moment after a day of UTC: a filter includes its last day, and the API's end is
    /// exclusive.
    ///
    /// @param field where the day was filled in
    /// @throws ApiProblem 400 for what is no day
    public static @Nullable String to(String field, @Nullable String day) {
        return midnight(field, day, 1);
    }

    private static @Nullable String midnight(String field, @Nullable String day, int daysLater) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day).plusDays(daysLater) + "T00:00:00Z";
        } catch (DateTimeException e) {
            throw ApiProblem.invalid(field, "invalid_time", "A day is written like 2026-01-31.");
        }
    }
}
