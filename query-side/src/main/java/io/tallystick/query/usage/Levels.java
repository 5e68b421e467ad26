package io.tallystick.query.usage;

import static io.tallystick.readmodel.Tables.LEVEL_STEP;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.tallystick.query.usage.CalendarWindows.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/// Levels at the end of windows. A source's level is its last measurement and the changes since, by
/// their own time, and 0 when that is below; a customer's level is the sum over its sources.
final class Levels {

    /// Columns of the inner selects, which have no table to be qualified with.
    private static final Field<UUID> CUSTOMER = unqualified(LEVEL_STEP.CUSTOMER_ID);

    private static final Field<String> SOURCE = unqualified(LEVEL_STEP.SOURCE);
    private static final Field<Instant> AT = unqualified(LEVEL_STEP.OCCURRED_AT);
    private static final Field<Long> POSITION = unqualified(LEVEL_STEP.POSITION);
    private static final Field<Integer> ORDINAL = unqualified(LEVEL_STEP.ORDINAL);
    private static final Field<Integer> EPOCH = DSL.field(DSL.name("epoch"), Integer.class);
    private static final Field<Integer> WINDOW = DSL.field(DSL.name("window"), Integer.class);
    private static final Field<BigDecimal> LEVEL = DSL.field(DSL.name("level"), BigDecimal.class);

    private Levels() {}

    /// @param until steps from here on have not happened yet
    static List<Cell> of(
            DSLContext sql, MeterSelection selection, Instant until, List<Window> windows) {
        LevelCarry carry = new LevelCarry(windows.size(), selection.bySubject());
        changes(sql, selection, until, windows).forEach(carry::add);
        return carry.cells();
    }

    /// The level at one instant, 0 before the first step.
    static BigDecimal at(DSLContext sql, MeterSelection selection, Instant until) {
        return changes(sql, selection, until, List.of(new Window(until, until))).stream()
                .map(change -> change.level().max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The last level of each source in each window in which it changed; window 0 is before them.
    record Change(UUID customerId, String source, int window, BigDecimal level) {

        boolean isOfSourceOf(Change other) {
            return customerId.equals(other.customerId) && source.equals(other.source);
        }
    }

    private static List<Change> changes(
            DSLContext sql, MeterSelection selection, Instant until, List<Window> windows) {
        List<Change> changes =
                sql.select(CUSTOMER, SOURCE, WINDOW, LEVEL)
                        .distinctOn(CUSTOMER, SOURCE, WINDOW)
                        .from(levels(selection, until, windows))
                        .orderBy(
                                CUSTOMER,
                                SOURCE,
                                WINDOW,
                                AT.desc(),
                                POSITION.desc(),
                                ORDINAL.desc())
                        .limit(Cell.CELLS_MAX + 1)
                        .fetch(row ->
                                new Change(row.value1(), row.value2(), row.value3(), row.value4()));
        Cell.requireFew(changes.size());
        return changes;
    }

    /// The level after each step.
    private static Table<?> levels(MeterSelection selection, Instant until, List<Window> windows) {
        Field<BigDecimal> sinceMeasured =
                sum(unqualified(LEVEL_STEP.BASE_UNITS))
                        .over(partitionBy(CUSTOMER, SOURCE, EPOCH).orderBy(AT, POSITION, ORDINAL));
        return select(CUSTOMER, SOURCE, AT, POSITION, ORDINAL)
                .select(WindowIndex.of(AT, windows).as(WINDOW), sinceMeasured.as(LEVEL))
                .from(epochs(selection, until))
                .asTable("levels");
    }

    /// Each measurement begins an epoch, in which levels are running sums.
    private static Table<?> epochs(MeterSelection selection, Instant until) {
        Field<Integer> measurements =
                count().filterWhere(LEVEL_STEP.ABSOLUTE)
                        .over(
                                partitionBy(LEVEL_STEP.CUSTOMER_ID, LEVEL_STEP.SOURCE)
                                        .orderBy(
                                                LEVEL_STEP.OCCURRED_AT,
                                                LEVEL_STEP.POSITION,
                                                LEVEL_STEP.ORDINAL));
        return select(LEVEL_STEP.fields())
                .select(measurements.as(EPOCH))
                .from(LEVEL_STEP)
                .where(steps(selection))
                .and(LEVEL_STEP.OCCURRED_AT.lt(until))
                .asTable("epochs");
    }

    private static <V> Field<V> unqualified(TableField<?, V> column) {
        return DSL.field(column.getUnqualifiedName(), column.getDataType());
    }

    static Optional<Instant> first(DSLContext sql, MeterSelection selection) {
        return sql.select(DSL.min(LEVEL_STEP.OCCURRED_AT))
                .from(LEVEL_STEP)
                .where(steps(selection))
                .fetchOptional(row -> row.value1());
    }

    private static Condition steps(MeterSelection selection) {
        Condition condition =
                LEVEL_STEP
                        .TENANT_ID
                        .eq(selection.tenantId())
                        .and(LEVEL_STEP.METER.eq(selection.meter().slug()));
        return selection.customers() == null
                ? condition
                : condition.and(LEVEL_STEP.CUSTOMER_ID.in(selection.customers().keySet()));
    }
}
