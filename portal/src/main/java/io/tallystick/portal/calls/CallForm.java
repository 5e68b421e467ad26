package io.tallystick.portal.calls;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.FilterFields;
import io.tallystick.query.usage.CallFilter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which calls, as a person fills it in: whole days of UTC, the last of them included.
record CallForm(@Nullable String from, @Nullable String to, @Nullable String cursor) {

    /// @throws ApiProblem 400 for what selects nothing that there could be
    CallFilter filter(Instant now) {
        return CallFilter.of(
                FilterFields.from("from", from), FilterFields.to("to", to), cursor, now);
    }

    /// Whether there is anything to take back.
    public boolean isFilled() {
        return !days().isEmpty();
    }

    /// What is filled in, by name, and which page of it is shown.
    public Map<String, String> fields() {
        return here().values();
    }

    /// The address of the same page.
    String again(String address) {
        return here().at(address);
    }

    /// The address of the page that follows.
    String next(String address, String cursor) {
        return days().at(address, "cursor", cursor);
    }

    private FilterFields here() {
        return days().with("cursor", cursor);
    }

    private FilterFields days() {
        return new FilterFields().with("from", from).with("to", to);
    }
}
