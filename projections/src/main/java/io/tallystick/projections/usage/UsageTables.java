package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.LEVEL_STEP_ALL;
import static io.tallystick.readmodel.Tables.USAGE_DEAD_LETTER_ALL;
import static io.tallystick.readmodel.Tables.USAGE_ROLLUP_ALL;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.tallystick.projections.Columns;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a fold into the rows of one generation, in the transaction of its token.
final class UsageTables {

    private static final Logger LOG = LoggerFactory.getLogger(UsageTables.class);

    /// Keeps a statement's parameters within some megabytes, whatever the batch brought.
    private static final int STATEMENT_ROWS_MAX = 20_000;

    private final int generation;
    private final DSLContext sql;

    UsageTables(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    void write(UsageFold fold) {
        var dimensions = new DimensionsJson();
        List<RollupRow> sums =
                fold.sums().entrySet().stream()
                        .map(sum -> RollupRow.of(sum, dimensions))
                        .sorted(RollupRow.ORDER)
                        .toList();
        List<LevelStep> steps = fold.levelSteps().stream().sorted(LevelStep.ORDER).toList();
        for (int i = 0; i < sums.size(); i += STATEMENT_ROWS_MAX) {
            upsert(sums.subList(i, Math.min(sums.size(), i + STATEMENT_ROWS_MAX)));
        }
        for (int i = 0; i < steps.size(); i += STATEMENT_ROWS_MAX) {
            insert(steps.subList(i, Math.min(steps.size(), i + STATEMENT_ROWS_MAX)));
        }
        for (DeadLetter letter : fold.deadLetters()) {
            insert(letter);
        }
    }

    private void upsert(List<RollupRow> sums) {
        Columns<RollupRow> columns =
                new Columns<>(sums)
                        .add(USAGE_ROLLUP_ALL.GENERATION, row -> generation)
                        .add(USAGE_ROLLUP_ALL.TENANT_ID, row -> row.key().tenantId())
                        .add(USAGE_ROLLUP_ALL.METER, row -> row.key().meter())
                        .add(USAGE_ROLLUP_ALL.CUSTOMER_ID, row -> row.key().customerId())
                        .add(USAGE_ROLLUP_ALL.BUCKET, row -> row.key().bucket())
                        .addJson(USAGE_ROLLUP_ALL.DIMENSIONS, RollupRow::dimensions)
                        .add(USAGE_ROLLUP_ALL.EVENTS, row -> row.sum().events())
                        .add(USAGE_ROLLUP_ALL.MEASURED, row -> row.sum().measured())
                        .add(USAGE_ROLLUP_ALL.BILLED, row -> row.sum().billed())
                        .add(USAGE_ROLLUP_ALL.MINIMUM, row -> row.sum().minimum())
                        .add(USAGE_ROLLUP_ALL.MAXIMUM, row -> row.sum().maximum())
                        .add(USAGE_ROLLUP_ALL.LATEST, row -> row.sum().latest().value())
                        .add(USAGE_ROLLUP_ALL.LATEST_AT, row -> row.sum().latest().at())
                        .add(
                                USAGE_ROLLUP_ALL.LATEST_POSITION,
                                row -> row.sum().latest().ref().position())
                        .add(
                                USAGE_ROLLUP_ALL.LATEST_ORDINAL,
                                row -> row.sum().latest().ref().ordinal());
        sql.insertInto(USAGE_ROLLUP_ALL, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .onConflict(
                        USAGE_ROLLUP_ALL.GENERATION,
                        USAGE_ROLLUP_ALL.TENANT_ID,
                        USAGE_ROLLUP_ALL.METER,
                        USAGE_ROLLUP_ALL.CUSTOMER_ID,
                        USAGE_ROLLUP_ALL.BUCKET,
                        USAGE_ROLLUP_ALL.DIMENSIONS)
                .doUpdate()
                .set(merged())
                .execute();
    }

    private static Map<Field<?>, Field<?>> merged() {
        return Map.of(
                USAGE_ROLLUP_ALL.EVENTS,
                        USAGE_ROLLUP_ALL.EVENTS.plus(excluded(USAGE_ROLLUP_ALL.EVENTS)),
                USAGE_ROLLUP_ALL.MEASURED,
                        USAGE_ROLLUP_ALL.MEASURED.plus(excluded(USAGE_ROLLUP_ALL.MEASURED)),
                USAGE_ROLLUP_ALL.BILLED,
                        USAGE_ROLLUP_ALL.BILLED.plus(excluded(USAGE_ROLLUP_ALL.BILLED)),
                USAGE_ROLLUP_ALL.MINIMUM,
                        least(USAGE_ROLLUP_ALL.MINIMUM, excluded(USAGE_ROLLUP_ALL.MINIMUM)),
                USAGE_ROLLUP_ALL.MAXIMUM,
                        greatest(USAGE_ROLLUP_ALL.MAXIMUM, excluded(USAGE_ROLLUP_ALL.MAXIMUM)),
                USAGE_ROLLUP_ALL.LATEST, latest(USAGE_ROLLUP_ALL.LATEST),
                USAGE_ROLLUP_ALL.LATEST_AT, latest(USAGE_ROLLUP_ALL.LATEST_AT),
                USAGE_ROLLUP_ALL.LATEST_POSITION, latest(USAGE_ROLLUP_ALL.LATEST_POSITION),
                USAGE_ROLLUP_ALL.LATEST_ORDINAL, latest(USAGE_ROLLUP_ALL.LATEST_ORDINAL));
    }

    private static <V> Field<V> latest(TableField<?, V> column) {
        Condition isNewer =
                row(
                                excluded(USAGE_ROLLUP_ALL.LATEST_AT),
                                excluded(USAGE_ROLLUP_ALL.LATEST_POSITION),
                                excluded(USAGE_ROLLUP_ALL.LATEST_ORDINAL))
                        .gt(
                                USAGE_ROLLUP_ALL.LATEST_AT,
                                USAGE_ROLLUP_ALL.LATEST_POSITION,
                                USAGE_ROLLUP_ALL.LATEST_ORDINAL);
        return when(isNewer, excluded(column)).otherwise(column);
    }

    private void insert(List<LevelStep> steps) {
        Columns<LevelStep> columns =
                new Columns<>(steps)
                        .add(LEVEL_STEP_ALL.GENERATION, step -> generation)
                        .add(LEVEL_STEP_ALL.TENANT_ID, LevelStep::tenantId)
                        .add(LEVEL_STEP_ALL.METER, LevelStep::meter)
                        .add(LEVEL_STEP_ALL.CUSTOMER_ID, LevelStep::customerId)
                        .add(LEVEL_STEP_ALL.SOURCE, LevelStep::source)
                        .add(LEVEL_STEP_ALL.OCCURRED_AT, LevelStep::occurredAt)
                        .add(LEVEL_STEP_ALL.POSITION, step -> step.ref().position())
                        .add(LEVEL_STEP_ALL.ORDINAL, step -> step.ref().ordinal())
                        .add(LEVEL_STEP_ALL.ABSOLUTE, LevelStep::absolute)
                        .add(LEVEL_STEP_ALL.BASE_UNITS, LevelStep::baseUnits);
        sql.insertInto(LEVEL_STEP_ALL, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .execute();
    }

    private void insert(DeadLetter letter) {
        LOG.error(
                "Usage at position {}, ordinal {} could not be counted: {}",
                letter.ref().position(),
                letter.ref().ordinal(),
                letter.reason());
        sql.insertInto(USAGE_DEAD_LETTER_ALL)
                .set(USAGE_DEAD_LETTER_ALL.GENERATION, generation)
                .set(USAGE_DEAD_LETTER_ALL.POSITION, letter.ref().position())
                .set(USAGE_DEAD_LETTER_ALL.ORDINAL, letter.ref().ordinal())
                .set(USAGE_DEAD_LETTER_ALL.TENANT_ID, letter.tenantId())
                .set(USAGE_DEAD_LETTER_ALL.CUSTOMER_ID, letter.customerId())
                .set(USAGE_DEAD_LETTER_ALL.TYPE, letter.type())
                .set(USAGE_DEAD_LETTER_ALL.REASON, letter.reason())
                .execute();
    }
}
