package io.tallystick.projections.contacts;

import io.tallystick.eventstore.usage.EventRef;
import java.time.Instant;
import java.util.Comparator;

/// When something happened: by its own time, and of what happened at once, by its place in the log.
record Moment(Instant occurredAt, long position, int ordinal) implements Comparable<Moment> {

    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::occurredAt)
                    .thenComparingLong(Moment::position)
                    .thenComparingInt(Moment::ordinal);

    /// As it came into the log, whenever it happened.
    static final Comparator<Moment> ARRIVAL =
            Comparator.comparingLong(Moment::position).thenComparingInt(Moment::ordinal);

    static Moment of(Instant occurredAt, EventRef ref) {
        return new Moment(occurredAt, ref.position(), ref.ordinal());
    }

    boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
