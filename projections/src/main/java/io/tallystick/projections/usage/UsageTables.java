package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.LEVEL_STEP;
import static io.tallystick.readmodel.Tables.USAGE_ROLLUP;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;

/// Writes a fold in the transaction of the token.
final class UsageTables {

    /// Keeps a statement's parameters within some megabytes, whatever the batch brought.
    private static final int STATEMENT_ROWS_MAX = 20_000;

    private final DSLContext sql;

    UsageTables(DSLContext sql) {
        this.sql = sql;
    }

    void write(UsageFold fold) {
        List<Entry<RollupKey, RollupSum>> sums =
                fold.sums().entrySet().stream()
                        .sorted(Entry.comparingByKey(RollupKey.ORDER))
                        .toList();
        List<LevelStep> steps = fold.levelSteps().stream().sorted(LevelStep.ORDER).toList();
        for (int i = 0; i < sums.size(); i += STATEMENT_ROWS_MAX) {
            upsert(sums.subList(i, Math.min(sums.size(), i + STATEMENT_ROWS_MAX)));
        }
        for (int i = 0; i < steps.size(); i += STATEMENT_ROWS_MAX) {
            insert(steps.subList(i, Math.min(steps.size(), i + STATEMENT_ROWS_MAX)));
        }
    }

    private void upsert(List<Entry<RollupKey, RollupSum>> sums) {
        Columns<Entry<RollupKey, RollupSum>> columns =
                new Columns<>(sums)
                        .add(USAGE_ROLLUP.TENANT_ID, sum -> sum.getKey().tenantId())
                        .add(USAGE_ROLLUP.METER, sum -> sum.getKey().meter())
                        .add(USAGE_ROLLUP.CUSTOMER_ID, sum -> sum.getKey().customerId())
                        .add(USAGE_ROLLUP.BUCKET, sum -> sum.getKey().bucket())
                        .addJson(USAGE_ROLLUP.DIMENSIONS, sum -> DimensionsJson.of(sum.getKey()))
                        .add(USAGE_ROLLUP.EVENTS, sum -> sum.getValue().events())
                        .add(USAGE_ROLLUP.MEASURED, sum -> sum.getValue().measured())
                        .add(USAGE_ROLLUP.BILLED, sum -> sum.getValue().billed())
                        .add(USAGE_ROLLUP.MINIMUM, sum -> sum.getValue().minimum())
                        .add(USAGE_ROLLUP.MAXIMUM, sum -> sum.getValue().maximum())
                        .add(USAGE_ROLLUP.LATEST, sum -> sum.getValue().latest().value())
                        .add(USAGE_ROLLUP.LATEST_AT, sum -> sum.getValue().latest().at())
                        .add(
                                USAGE_ROLLUP.LATEST_POSITION,
                                sum -> sum.getValue().latest().ref().position())
                        .add(
                                USAGE_ROLLUP.LATEST_ORDINAL,
                                sum -> sum.getValue().latest().ref().ordinal());
        sql.insertInto(USAGE_ROLLUP, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .onConflict(
                        USAGE_ROLLUP.TENANT_ID,
                        USAGE_ROLLUP.METER,
                        USAGE_ROLLUP.CUSTOMER_ID,
                        USAGE_ROLLUP.BUCKET,
                        USAGE_ROLLUP.DIMENSIONS)
                .doUpdate()
                .set(merged())
                .execute();
    }

    private static Map<Field<?>, Field<?>> merged() {
        return Map.of(
                USAGE_ROLLUP.EVENTS, USAGE_ROLLUP.EVENTS.plus(excluded(USAGE_ROLLUP.EVENTS)),
                USAGE_ROLLUP.MEASURED, USAGE_ROLLUP.MEASURED.plus(excluded(USAGE_ROLLUP.MEASURED)),
                USAGE_ROLLUP.BILLED, USAGE_ROLLUP.BILLED.plus(excluded(USAGE_ROLLUP.BILLED)),
                USAGE_ROLLUP.MINIMUM, least(USAGE_ROLLUP.MINIMUM, excluded(USAGE_ROLLUP.MINIMUM)),
                USAGE_ROLLUP.MAXIMUM,
                        greatest(USAGE_ROLLUP.MAXIMUM, excluded(USAGE_ROLLUP.MAXIMUM)),
                USAGE_ROLLUP.LATEST, latest(USAGE_ROLLUP.LATEST),
                USAGE_ROLLUP.LATEST_AT, latest(USAGE_ROLLUP.LATEST_AT),
                USAGE_ROLLUP.LATEST_POSITION, latest(USAGE_ROLLUP.LATEST_POSITION),
                USAGE_ROLLUP.LATEST_ORDINAL, latest(USAGE_ROLLUP.LATEST_ORDINAL));
    }

    private static <V> Field<V> latest(TableField<?, V> column) {
        Condition isNewer =
                row(
                                excluded(USAGE_ROLLUP.LATEST_AT),
                                excluded(USAGE_ROLLUP.LATEST_POSITION),
                                excluded(USAGE_ROLLUP.LATEST_ORDINAL))
                        .gt(
                                USAGE_ROLLUP.LATEST_AT,
                                USAGE_ROLLUP.LATEST_POSITION,
                                USAGE_ROLLUP.LATEST_ORDINAL);
        return when(isNewer, excluded(column)).otherwise(column);
    }

    private void insert(List<LevelStep> steps) {
        Columns<LevelStep> columns =
                new Columns<>(steps)
                        .add(LEVEL_STEP.TENANT_ID, LevelStep::tenantId)
                        .add(LEVEL_STEP.METER, LevelStep::meter)
                        .add(LEVEL_STEP.CUSTOMER_ID, LevelStep::customerId)
                        .add(LEVEL_STEP.SOURCE, LevelStep::source)
                        .add(LEVEL_STEP.OCCURRED_AT, LevelStep::occurredAt)
                        .add(LEVEL_STEP.POSITION, step -> step.ref().position())
                        .add(LEVEL_STEP.ORDINAL, step -> step.ref().ordinal())
                        .add(LEVEL_STEP.ABSOLUTE, LevelStep::absolute)
                        .add(LEVEL_STEP.BASE_UNITS, LevelStep::baseUnits);
        sql.insertInto(LEVEL_STEP, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .execute();
    }

    /// Rows are deleted and not truncated: a query in the middle of its transaction keeps the rows
    /// that belong to the position it has read.
    void empty() {
        sql.deleteFrom(USAGE_ROLLUP).execute();
        sql.deleteFrom(LEVEL_STEP).execute();
    }
}
