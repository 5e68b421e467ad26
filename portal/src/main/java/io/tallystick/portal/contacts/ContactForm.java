package io.tallystick.portal.contacts;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.FilterFields;
import io.tallystick.query.contacts.ContactFilter;
import io.tallystick.query.contacts.ContactParameters;
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
                        FilterFields.from("from", from),
                        FilterFields.to("to", to))
                .filter();
    }

    /// Whether there is anything to take back.
    public boolean isFilled() {
        return !filled().isEmpty();
    }

    /// The address with the filter in it.
    ///
    /// @param more names and values, one after the other
    public String at(String address, String... more) {
        return filled().at(address, more);
    }

    /// What is filled in, by name.
    public Map<String, String> fields() {
        return filled().values();
    }

    private FilterFields filled() {
        return new FilterFields()
                .with("state", state)
                .with("contactId", contactId)
                .with("externalId", externalId)
                .with("from", from)
                .with("to", to);
    }
}
