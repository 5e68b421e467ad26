package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.IncrementHistory;
import io.tallystick.rating.Meter;
import io.tallystick.rating.QuarterHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the chunks of one unit of work come to. Bounded by the rows of the batch; it lives until
/// the batch is written.
final class UsageFold {

    private static final Map<String, CountedType> TYPES = CountedType.of(BuiltInMeters.summed());

    private final Map<RollupKey, RollupSum> sums = new HashMap<>();
    private final Map<Place, RollupSums> places = new HashMap<>();
    private final List<LevelStep> levelSteps = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    /// Rows of one place feed the same sums, so their keys are put together once. It is looked for
    /// with every row, and is compared by what tells most places apart first.
    private record Place(
            UUID tenantId,
            UUID customerId,
            String type,
            Instant bucket,
            List<@Nullable String> groupValues) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && bucket.equals(place.bucket)
                    && customerId.equals(place.customerId)
                    && areEqual(groupValues, place.groupValues)
                    && type.equals(place.type)
                    && tenantId.equals(place.tenantId);
        }

        /// Those of one customer are rarely of several tenants or types.
        @Override
        public int hashCode() {
            return 31 * (31 * bucket.hashCode() + customerId.hashCode()) + groupValues.hashCode();
        }

        /// As lists compare themselves, without iterators.
        private static boolean areEqual(
                List<@Nullable String> some, List<@Nullable String> others) {
            int size = some.size();
            boolean equal = size == others.size();
            for (int i = 0; equal && i < size; i++) {
                equal = Objects.equals(some.get(i), others.get(i));
            }
            return equal;
        }
    }

    /// A row that cannot be counted is set aside, so that its neighbours are. Nothing of it is
    /// added then: all that can fail comes first.
    ///
    /// @param agreed the increments of the row's customer
    void add(StoredUsage row, IncrementHistory agreed) {
        CountedType type = TYPES.get(row.type());
        if (type == null) {
            return;
        }
        try {
            count(row, type, place(row, type), agreed);
        } catch (RuntimeException e) {
            deadLetters.add(DeadLetter.of(row, e));
        }
    }

    private static Place place(StoredUsage row, CountedType type) {
        return new Place(
                row.tenantId(),
                row.customerId(),
                row.type(),
                QuarterHour.floor(row.occurredAt()),
                type.groupValues(row.data()));
    }

    private void count(StoredUsage row, CountedType type, Place place, IncrementHistory agreed) {
        List<CountedMeter> meters = type.meters();
        var billed = new @Nullable BigDecimal[meters.size()];
        for (int i = 0; i < billed.length; i++) {
            Meter meter = meters.get(i).meter();
            if (meter.countsMeasure(row.measure())) {
                billed[i] =
                        meter.billed(row.measure(), row.occurredAt(), row.ref().position(), agreed);
            }
        }
        RollupSums sumsOfPlace = places.get(place);
        if (sumsOfPlace == null) {
            sumsOfPlace = new RollupSums(billed.length);
            places.put(place, sumsOfPlace);
        }
        for (int i = 0; i < billed.length; i++) {
            CountedMeter counted = meters.get(i);
            BigDecimal baseUnits = billed[i];
            if (baseUnits != null) {
                add(row, counted.meter(), baseUnits, sumsOfPlace.at(i, () -> sum(place, counted)));
            }
        }
    }

    private RollupSum sum(Place place, CountedMeter counted) {
        var key =
                new RollupKey(
                        place.tenantId(),
                        counted.meter().slug(),
                        place.customerId(),
                        place.bucket(),
                        counted.ofType(place.groupValues()));
        return sums.computeIfAbsent(key, absent -> new RollupSum());
    }

    private void add(StoredUsage row, Meter meter, BigDecimal billed, RollupSum sum) {
        BigDecimal measured = meter.measured(row.measure());
        sum.add(measured, billed, row.occurredAt(), row.ref());
        if (meter.isLevel()) {
            levelSteps.add(LevelStep.of(row, meter.slug(), measured));
        }
    }

    Map<RollupKey, RollupSum> sums() {
        return sums;
    }

    List<LevelStep> levelSteps() {
        return levelSteps;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    static List<String> groupsOf(String slug) {
        return BuiltInMeters.all().stream()
                .filter(meter -> meter.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .groups();
    }
}
