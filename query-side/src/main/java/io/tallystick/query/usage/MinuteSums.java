package io.tallystick.query.usage;

import io.tallystick.eventstore.usage.GroupValues;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.rating.IncrementHistory;
import io.tallystick.rating.Meter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Values of minutes, which the rollup is too coarse for: from the rows of one customer, up to the
/// position that the answer names.
final class MinuteSums {

    private final MeterSelection selection;
    private final Instant from;
    private final long position;
    private final IncrementHistory agreed;
    private final List<String> groups;
    private final GroupValues properties;
    private final Map<Key, BigDecimal> sums = new LinkedHashMap<>();

    private record Key(int window, UUID customerId, List<@Nullable String> groupValues) {}

    private MinuteSums(
            MeterSelection selection, Instant from, long position, IncrementHistory agreed) {
        this.selection = selection;
        this.from = from;
        this.position = position;
        this.agreed = agreed;
        this.groups = selection.meter().groups();
        this.properties =
                GroupValues.of(
                        groups.stream()
                                .map(group ->
                                        String.valueOf(selection.meter().groupBy().get(group)))
                                .toList());
    }

    static List<Cell> of(
            UsageReader reader,
            DSLContext sql,
            MeterSelection selection,
            UUID customerId,
            Instant from,
            Instant to,
            long position) {
        IncrementHistory agreed = Increments.of(sql, selection.tenantId(), customerId);
        var sums = new MinuteSums(selection, from, position, agreed);
        reader.forEachRow(
                selection.tenantId(),
                customerId,
                selection.meter().eventTypes(),
                from,
                to,
                sums::add);
        return sums.cells();
    }

    private void add(StoredUsage row) {
        Meter meter = selection.meter();
        if (row.ref().position() > position || !meter.counts(row.type(), row.measure())) {
            return;
        }
        Map<String, @Nullable String> values = valuesOf(row);
        if (isWanted(values)) {
            int window = (int) Duration.between(from, row.occurredAt()).toMinutes();
            sums.merge(
                    new Key(window, row.customerId(), groupValues(values)),
                    meter.billed(row.measure(), row.occurredAt(), row.ref().position(), agreed),
                    BigDecimal::add);
        }
    }

    private boolean isWanted(Map<String, @Nullable String> values) {
        return selection.filters().entrySet().stream()
                .allMatch(filter -> {
                    String value = values.get(filter.getKey());
                    return value != null && filter.getValue().contains(value);
                });
    }

    private List<@Nullable String> groupValues(Map<String, @Nullable String> values) {
        List<@Nullable String> wanted = new ArrayList<>();
        selection.groupBy().forEach(group -> wanted.add(values.get(group)));
        return wanted;
    }

    /// By group.
    private Map<String, @Nullable String> valuesOf(StoredUsage row) {
        List<@Nullable String> inOrder = properties.read(row.data());
        Map<String, @Nullable String> values = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            values.put(groups.get(i), inOrder.get(i));
        }
        return values;
    }

    private List<Cell> cells() {
        Cell.requireFew(sums.size());
        List<Cell> cells = new ArrayList<>(sums.size());
        sums.forEach((key, sum) ->
                cells.add(new Cell(key.window(), key.customerId(), key.groupValues(), sum)));
        return cells;
    }
}
