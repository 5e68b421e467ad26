package io.tallystick.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is counted of which events. A meter is data; it keeps base units (seconds, segments,
/// recipients, bytes), and a quantity is shown as base units divided by `unitSize`.
///
/// @param eventTypes the CloudEvents types that feed the meter
/// @param groupBy name of a group and the top-level property of `data` that it is read from
/// @param increment how a measured duration is billed, null where measured is billed
/// @param minimumMeasure events below it do not count, null where all do
public record Meter(
        String slug,
        String name,
        Set<String> eventTypes,
        Aggregation aggregation,
        Map<String, String> groupBy,
        Unit unit,
        @Nullable BillingIncrement increment,
        @Nullable BigDecimal minimumMeasure) {

    private static final int QUANTITY_SCALE = 9;

    /// @param size base units in one shown unit
    public record Unit(String name, BigDecimal size) {

        public static Unit one(String name) {
            return new Unit(name, BigDecimal.ONE);
        }
    }

    public Meter {
        eventTypes = Set.copyOf(eventTypes);
        groupBy = Map.copyOf(groupBy);
    }

    public boolean counts(String eventType, @Nullable BigDecimal measure) {
        return eventTypes.contains(eventType) && countsMeasure(measure);
    }

    /// Of an event whose type feeds the meter.
    public boolean countsMeasure(@Nullable BigDecimal measure) {
        return minimumMeasure == null
                || (measure != null && measure.compareTo(minimumMeasure) >= 0);
    }

    /// Whether it is the number of events that the other adds up, group by group.
    boolean countsEventsOf(Meter other) {
        return isCount()
                && other.aggregation == Aggregation.SUM
                && eventTypes.equals(other.eventTypes)
                && groupBy.equals(other.groupBy)
                && minimumMeasure == null
                && other.minimumMeasure == null;
    }

    public boolean isCount() {
        return aggregation == Aggregation.COUNT;
    }

    /// The event's measured base units: 1 where events are counted.
    public BigDecimal measured(@Nullable BigDecimal measure) {
        return isCount() || measure == null ? BigDecimal.ONE : measure;
    }

    /// The event's billed base units.
    ///
    /// @param occurredAt when it happened
    /// @param position where in the log it is
    /// @param agreed what its customer was given instead of the meter's increment
    public BigDecimal billed(
            @Nullable BigDecimal measure,
            Instant occurredAt,
            long position,
            IncrementHistory agreed) {
        BigDecimal measured = measured(measure);
        return increment == null
                ? measured
                : agreed.at(occurredAt, position, increment).bill(measured);
    }

    /// Base units as the quantity that people see, at 9 decimals.
    public BigDecimal quantity(BigDecimal baseUnits) {
        return baseUnits.divide(unit.size(), QUANTITY_SCALE, RoundingMode.HALF_UP);
    }

    /// A level has no sum over time: a period shows the level at its end.
    public boolean isLevel() {
        return aggregation == Aggregation.LATEST;
    }

    public List<String> groups() {
        return groupBy.keySet().stream().sorted().toList();
    }
}
