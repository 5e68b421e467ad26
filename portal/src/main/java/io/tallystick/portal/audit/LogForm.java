package io.tallystick.portal.audit;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.FilterFields;
import io.tallystick.query.audit.LogFilter;
import io.tallystick.query.audit.LogParameters;
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
                        FilterFields.from("from", from),
                        FilterFields.to("to", to),
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
        return !filled().isEmpty();
    }

    /// The address with the filter in it.
    ///
    /// @param more names and values, one after the other
    public String at(String address, String... more) {
        return filled().with("installation", isOfInstallation() ? "true" : null).at(address, more);
    }

    private FilterFields filled() {
        return new FilterFields()
                .with("type", type)
                .with("actor", actor)
                .with("target", target)
                .with("from", from)
                .with("to", to)
                .with("q", q);
    }
}
