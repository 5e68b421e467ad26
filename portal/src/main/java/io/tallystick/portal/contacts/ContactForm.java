package io.tallystick.portal.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.contacts.ContactFilter;
import io.tallystick.query.contacts.ContactParameters;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The filter as a person fills it in: whole days of UTC, the last of them included.
record ContactForm(
        @Nullable String state,
        @Nullable String contactId,
        @Nullable String externalId,
        @Nullable String from,
        @Nullable String to) {

    /// @throws ApiProblem 400 for what selects nothing that there could be
    ContactFilter filter() {
        return new ContactParameters(
                        state,
                        contactId,
                        externalId,
                        midnight("from", from, 0),
                        midnight("to", to, 1))
                .filter();
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

    /// What is filled in, by name.
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "state", state);
        put(fields, "contactId", contactId);
        put(fields, "externalId", externalId);
        put(fields, "from", from);
        put(fields, "to", to);
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
