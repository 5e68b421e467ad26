package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.EventRef;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Sums of one key. Whatever the order in which events are added, the sums are the same.
final class RollupSum {

    private long events;
    private BigDecimal measured = BigDecimal.ZERO;
    private BigDecimal billed = BigDecimal.ZERO;
    private @Nullable BigDecimal minimum;
    private @Nullable BigDecimal maximum;
    private @Nullable Latest latest;

    /// The newest event by its own time; of two at one time the later in the log.
    record Latest(Instant at, EventRef ref, BigDecimal value) {

        boolean isBefore(Instant otherAt, EventRef other) {
            int byTime = at.compareTo(otherAt);
            int byPosition = byTime != 0 ? byTime : Long.compare(ref.position(), other.position());
            return byPosition != 0 ? byPosition < 0 : ref.ordinal() < other.ordinal();
        }
    }

    void add(BigDecimal eventMeasured, BigDecimal eventBilled, Instant at, EventRef ref) {
        events++;
        measured = measured.add(eventMeasured);
        billed = billed.add(eventBilled);
        if (minimum == null || eventMeasured.compareTo(minimum) < 0) {
            minimum = eventMeasured;
        }
        if (maximum == null || eventMeasured.compareTo(maximum) > 0) {
            maximum = eventMeasured;
        }
        if (latest == null || latest.isBefore(at, ref)) {
            latest = new Latest(at, ref, eventMeasured);
        }
    }

    /// 1.5 and 1.50 are one number but two texts; which of them won would depend on the order.
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    long events() {
        return events;
    }

    BigDecimal measured() {
        return measured;
    }

    BigDecimal billed() {
        return billed;
    }

    BigDecimal minimum() {
        return plain(added(minimum));
    }

    BigDecimal maximum() {
        return plain(added(maximum));
    }

    Latest latest() {
        Latest added = added(latest);
        return new Latest(added.at(), added.ref(), plain(added.value()));
    }

    private static <T> T added(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a sum without an event");
        }
        return value;
    }
}
