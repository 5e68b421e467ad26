package io.tallystick.query.usage;

import static io.tallystick.readmodel.Tables.USAGE_ROLLUP;

import io.tallystick.query.usage.CalendarWindows.Window;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Values of meters that add up, summed from quarters of an hour.
final class RollupSums {

    /// Named, so that the primary key leads to the rows.
    private static final List<String> SLUGS =
            BuiltInMeters.summed().stream().map(Meter::slug).toList();

    private static final Field<Integer> WINDOW = DSL.field(DSL.name("window"), Integer.class);

    private RollupSums() {}

    static List<Cell> of(
            DSLContext sql,
            MeterSelection selection,
            Instant from,
            Instant to,
            List<Window> windows) {
        List<Field<?>> keys = keys(selection, windows);
        var rows =
                DSL.select(keys)
                        .select(value(selection.meter()))
                        .from(USAGE_ROLLUP)
                        .where(selection.rollupRows())
                        .and(USAGE_ROLLUP.BUCKET.ge(from))
                        .and(USAGE_ROLLUP.BUCKET.lt(to))
                        .asTable("rows");
        List<Field<?>> names =
                keys.stream().<Field<?>>map(key -> rows.field(key.getUnqualifiedName())).toList();
        Field<BigDecimal> sum = DSL.sum(rows.field(value(selection.meter()))).as("sum");
        List<Cell> cells =
                sql.select(names)
                        .select(sum)
                        .from(rows)
                        .groupBy(names)
                        .limit(Cell.CELLS_MAX + 1)
                        .fetch(row -> cell(row, selection, row.get(sum)));
        Cell.requireFew(cells.size());
        return cells;
    }

    private static Field<? extends Number> value(Meter meter) {
        return meter.isCount() ? USAGE_ROLLUP.EVENTS : USAGE_ROLLUP.BILLED;
    }

    private static List<Field<?>> keys(MeterSelection selection, List<Window> windows) {
        List<Field<?>> keys = new ArrayList<>();
        keys.add(WindowIndex.of(USAGE_ROLLUP.BUCKET, windows).as(WINDOW));
        if (selection.bySubject()) {
            keys.add(USAGE_ROLLUP.CUSTOMER_ID);
        }
        for (int i = 0; i < selection.groupBy().size(); i++) {
            keys.add(
                    DSL.jsonbGetAttributeAsText(USAGE_ROLLUP.DIMENSIONS, selection.groupBy().get(i))
                            .as(group(i)));
        }
        return keys;
    }

    private static Cell cell(Record row, MeterSelection selection, BigDecimal sum) {
        List<@Nullable String> groups = new ArrayList<>();
        for (int i = 0; i < selection.groupBy().size(); i++) {
            groups.add(row.get(group(i), String.class));
        }
        UUID customer =
                selection.bySubject()
                        ? row.get(USAGE_ROLLUP.CUSTOMER_ID.getName(), UUID.class)
                        : null;
        return new Cell(row.get(WINDOW) - 1, customer, groups, sum);
    }

    private static String group(int i) {
        return "group_" + i;
    }

    /// Start of the oldest quarter that has usage.
    static Optional<Instant> first(DSLContext sql, MeterSelection selection) {
        return sql.select(DSL.min(USAGE_ROLLUP.BUCKET))
                .from(USAGE_ROLLUP)
                .where(selection.rollupRows())
                .fetchOptional(row -> row.value1());
    }

    /// Billed base units of every meter of one customer; a meter without usage is absent.
    static Map<String, BigDecimal> ofCustomer(
            DSLContext sql, UUID tenantId, UUID customerId, Instant from, Instant to) {
        Field<BigDecimal> billed = DSL.sum(USAGE_ROLLUP.BILLED);
        Field<BigDecimal> events = DSL.sum(USAGE_ROLLUP.EVENTS);
        Map<String, Record> summed =
                sql.select(USAGE_ROLLUP.METER, billed, events)
                        .from(USAGE_ROLLUP)
                        .where(USAGE_ROLLUP.TENANT_ID.eq(tenantId))
                        .and(USAGE_ROLLUP.CUSTOMER_ID.eq(customerId))
                        .and(USAGE_ROLLUP.METER.in(SLUGS))
                        .and(USAGE_ROLLUP.BUCKET.ge(from))
                        .and(USAGE_ROLLUP.BUCKET.lt(to))
                        .groupBy(USAGE_ROLLUP.METER)
                        .fetchMap(USAGE_ROLLUP.METER, row -> row);
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Meter meter : BuiltInMeters.all()) {
            Record row = summed.get(BuiltInMeters.summedAs(meter).slug());
            if (row != null) {
                sums.put(meter.slug(), row.get(meter.isCount() ? events : billed));
            }
        }
        return sums;
    }
}
