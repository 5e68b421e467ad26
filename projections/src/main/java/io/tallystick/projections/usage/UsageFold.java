package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageSlice;
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

/// What the chunks of one unit of work come to, until it is written. Full, it goes over its bound
/// by no more than one slice.
final class UsageFold {

    /// Some megabytes, and as many rows as a statement takes.
    private static final int ROWS_MAX = 20_000;

    private static final Map<String, CountedType> TYPES = CountedType.of(BuiltInMeters.summed());

    private final Map<UUID, IncrementHistory> agreed;
    private final Map<RollupKey, RollupSum> sums = new HashMap<>();
    private final List<LevelStep> levelSteps = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    /// The sums of the customer at hand, which are in `sums` too.
    private final Map<Place, RollupSums> places = new HashMap<>();

    private @Nullable UUID customerAtHand;

    /// @param agreed the increments of customers who were given some
    UsageFold(Map<UUID, IncrementHistory> agreed) {
        this.agreed = agreed;
    }

    /// Rows of one place feed the same sums, so their keys are put together once. It is looked for
    /// with every row, and is compared by what tells most places apart first.
    private record Place(Instant bucket, List<@Nullable String> groupValues, String type) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && bucket.equals(place.bucket)
                    && areEqual(groupValues, place.groupValues)
                    && type.equals(place.type);
        }

        /// A customer's are rarely of several types.
        @Override
        public int hashCode() {
            return 31 * bucket.hashCode() + groupValues.hashCode();
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

    /// Fast when the slices of a customer come one after the other.
    void add(UsageSlice slice) {
        if (!slice.customerId().equals(customerAtHand)) {
            customerAtHand = slice.customerId();
            places.clear();
        }
        IncrementHistory history = agreed.getOrDefault(slice.customerId(), IncrementHistory.NONE);
        slice.forEachRow(row -> add(row, history));
    }

    /// A row that cannot be counted is set aside, so that its neighbours are. Nothing of it is
    /// added then: all that can fail comes first.
    private void add(StoredUsage row, IncrementHistory history) {
        CountedType type = TYPES.get(row.type());
        if (type == null) {
            return;
        }
        try {
            count(row, type, history);
        } catch (RuntimeException e) {
            deadLetters.add(DeadLetter.of(row, e));
        }
    }

    private void count(StoredUsage row, CountedType type, IncrementHistory history) {
        var place =
                new Place(
                        QuarterHour.floor(row.occurredAt()),
                        type.groupValues(row.data()),
                        row.type());
        List<CountedMeter> meters = type.meters();
        var billed = new @Nullable BigDecimal[meters.size()];
        for (int i = 0; i < billed.length; i++) {
            Meter meter = meters.get(i).meter();
            if (meter.countsMeasure(row.measure())) {
                billed[i] =
                        meter.billed(
                                row.measure(), row.occurredAt(), row.ref().position(), history);
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
                RollupSum sum = sumsOfPlace.at(i, () -> sum(row, counted, place));
                add(row, counted.meter(), baseUnits, sum);
            }
        }
    }

    private RollupSum sum(StoredUsage row, CountedMeter counted, Place place) {
        var key =
                new RollupKey(
                        row.tenantId(),
                        counted.meter().slug(),
                        row.customerId(),
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

    boolean isFull() {
        return sums.size() + levelSteps.size() + deadLetters.size() >= ROWS_MAX;
    }

    void clear() {
        sums.clear();
        places.clear();
        levelSteps.clear();
        deadLetters.clear();
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
