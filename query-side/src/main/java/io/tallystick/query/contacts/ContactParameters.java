package io.tallystick.query.contacts;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.contacts.ContactFilter.State;
import io.tallystick.query.time.QueryTime;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which numbers, as a client writes it. An empty value is none.
///
/// @param state `healed`, `flagged` or `all`; `healed` when left out
/// @param contactId what the platform calls the contact
/// @param externalId what the customer's own books call it
/// @param from confirmed at this time or later
/// @param to confirmed before this time
public record ContactParameters(
        @Nullable String state,
        @Nullable String contactId,
        @Nullable String externalId,
        @Nullable String from,
        @Nullable String to) {

    private static final int ID_CHARACTERS_MAX = 128;

    private static final Map<String, State> STATES =
            Map.of("healed", State.HEALED, "flagged", State.FLAGGED, "all", State.ALL);

    /// @throws ApiProblem 400 for an unknown state, a time that is none, a range that is reversed
    ///   and an id that is too long
    public ContactFilter filter() {
        Instant since = QueryTime.instant("from", orNull(from));
        Instant until = QueryTime.instant("to", orNull(to));
        if (since != null && until != null && !since.isBefore(until)) {
            throw ApiProblem.invalid("from", "not_before_to", "from must be before to.");
        }
        return new ContactFilter(
                knownState(),
                id("contactId", contactId),
                id("externalId", externalId),
                since,
                until);
    }

    private State knownState() {
        String named = orNull(state);
        State known = STATES.get(named == null ? "healed" : named);
        if (known == null) {
            throw ApiProblem.invalid(
                    "state", "unknown_value", "state must be healed, flagged or all.");
        }
        return known;
    }

    static @Nullable String id(String name, @Nullable String value) {
        String id = value == null || value.isEmpty() ? null : value;
        if (id != null && (id.length() > ID_CHARACTERS_MAX || id.indexOf(0) >= 0)) {
            throw ApiProblem.invalid(
                    name, "too_long", name + " has at most " + ID_CHARACTERS_MAX + " characters.");
        }
        return id;
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
