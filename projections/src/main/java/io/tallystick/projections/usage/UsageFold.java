package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.GroupValues;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.Meter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the chunks of one unit of work come to. Bounded by the rows of the batch; it lives until
/// the batch is written.
final class UsageFold {

    private static final List<CountedMeter> METERS =
            BuiltInMeters.all().stream().map(CountedMeter::of).toList();
    private static final Map<String, List<CountedMeter>> METERS_BY_TYPE = metersByType();
    private static final Map<String, Set<String>> PROPERTIES_BY_TYPE = propertiesByType();

    private final Map<RollupKey, RollupSum> sums = new HashMap<>();
    private final List<LevelStep> levelSteps = new ArrayList<>();

    void add(StoredUsage row) {
        List<CountedMeter> meters = METERS_BY_TYPE.getOrDefault(row.type(), List.of());
        if (meters.isEmpty()) {
            return;
        }
        Map<String, @Nullable String> values =
                GroupValues.read(row.data(), PROPERTIES_BY_TYPE.getOrDefault(row.type(), Set.of()));
        for (CountedMeter counted : meters) {
            if (counted.meter().counts(row.type(), row.measure())) {
                add(row, counted, values);
            }
        }
    }

    private void add(StoredUsage row, CountedMeter counted, Map<String, @Nullable String> values) {
        Meter meter = counted.meter();
        BigDecimal measured = meter.measured(row.measure());
        var key =
                new RollupKey(
                        row.tenantId(),
                        meter.slug(),
                        row.customerId(),
                        RollupKey.bucketOf(row.occurredAt()),
                        counted.groupValues(values));
        sums.computeIfAbsent(key, absent -> new RollupSum())
                .add(measured, meter.billed(measured), row.occurredAt(), row.ref());
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

    static List<String> groupsOf(String slug) {
        return METERS.stream()
                .filter(counted -> counted.meter().slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .groups();
    }

    private static Map<String, List<CountedMeter>> metersByType() {
        Map<String, List<CountedMeter>> byType = new HashMap<>();
        METERS.forEach(counted ->
                counted.meter()
                        .eventTypes()
                        .forEach(type ->
                                byType.computeIfAbsent(type, absent -> new ArrayList<>())
                                        .add(counted)));
        return byType;
    }

    private static Map<String, Set<String>> propertiesByType() {
        return METERS_BY_TYPE.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue().stream()
                                                .flatMap(counted -> counted.properties().stream())
                                                .collect(Collectors.toSet())));
    }
}
