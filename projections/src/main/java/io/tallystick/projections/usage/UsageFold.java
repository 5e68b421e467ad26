package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.Meter;
import io.tallystick.rating.QuarterHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /// Rows of one place feed the same sums, so their keys are put together once.
    private record Place(
            UUID tenantId,
            UUID customerId,
            String type,
            Instant bucket,
            List<@Nullable String> groupValues) {}

    /// A row that cannot be counted is set aside, so that its neighbours are. Nothing of it is
    /// added then: all that can fail comes first.
    void add(StoredUsage row) {
        CountedType type = TYPES.get(row.type());
        if (type == null) {
            return;
        }
        try {
            count(row, type, place(row, type));
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

    private void count(StoredUsage row, CountedType type, Place place) {
        List<CountedMeter> meters = type.meters();
        var billed = new @Nullable BigDecimal[meters.size()];
        for (int i = 0; i < billed.length; i++) {
            Meter meter = meters.get(i).meter();
            if (meter.counts(row.type(), row.measure())) {
                billed[i] = meter.billed(meter.measured(row.measure()));
            }
        }
        RollupSums sumsOfPlace =
                places.computeIfAbsent(place, absent -> new RollupSums(billed.length));
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
