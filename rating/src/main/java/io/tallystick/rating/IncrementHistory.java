package io.tallystick.rating;

import java.time.Instant;
import java.util.List;

/// The billing increments that one customer was given instead of a meter's own, one after the
/// other. An increment holds for calls that end when it is set or later, as far as it was known
/// when they came in: what is billed once is never billed otherwise because somebody changes a
/// setting, and a replay bills it the same.
public record IncrementHistory(List<Change> changes) {

    /// Of a customer that was given none.
    public static final IncrementHistory NONE = new IncrementHistory(List.of());

    /// @param position where in the log it was set
    /// @param from when
    public record Change(long position, Instant from, BillingIncrement increment) {

        private boolean holds(Instant occurredAt, long rowPosition) {
            return position < rowPosition && !from.isAfter(occurredAt);
        }
    }

    /// @param changes in the order of the log
    public IncrementHistory {
        changes = List.copyOf(changes);
    }

    /// What holds for a call.
    ///
    /// @param occurredAt when it ended
    /// @param position where in the log it is
    /// @param otherwise where nothing was set
    public BillingIncrement at(Instant occurredAt, long position, BillingIncrement otherwise) {
        for (Change change : changes.reversed()) {
            if (change.holds(occurredAt, position)) {
                return change.increment();
            }
        }
        return otherwise;
    }
}
