package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectCount;

import io.tallystick.projections.Projection;
import io.tallystick.projections.generation.Generation.State;
import java.time.Duration;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;

/// The generations of all projections, as every node sees them. What may happen only once is
/// decided by unique keys of the database, so any node may ask at any time.
public final class Generations {

    private static final String NEVER_CLAIMED = "1970-01-01T00:00:00Z";

    /// A node looks every second. One that needs longer fails to store its token, which is safe but
    /// fills its log.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DSLContext sql;
    private final TransactionManager transactions;

    public Generations(DSLContext sql, TransactionManager transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /// Those that are run, on whatever node.
    List<Generation> running() {
        return list(PROJECTION_GENERATION.STATE.in(State.BUILDING.column(), State.LIVE.column()));
    }

    /// Those that every node has had the time to stop.
    List<Generation> retired() {
        return list(
                PROJECTION_GENERATION
                        .STATE
                        .eq(State.RETIRED.column())
                        .and(
                                PROJECTION_GENERATION.ENDED_AT.lt(
                                        currentInstant().minus(DayToSecond.valueOf(GRACE)))));
    }

    private List<Generation> list(Condition which) {
        Field<Integer> segments =
                field(
                        selectCount()
                                .from(TOKEN_ENTRY)
                                .where(
                                        TOKEN_ENTRY.PROCESSOR_NAME.eq(
                                                PROJECTION_GENERATION.PROCESSOR_NAME)));
        return sql.select(
                        PROJECTION_GENERATION.PROJECTION,
                        PROJECTION_GENERATION.GENERATION,
                        PROJECTION_GENERATION.STATE,
                        PROJECTION_GENERATION.PROCESSOR_NAME,
                        segments)
                .from(PROJECTION_GENERATION)
                .where(which)
                .orderBy(PROJECTION_GENERATION.PROJECTION, PROJECTION_GENERATION.GENERATION)
                .fetch(row ->
                        new Generation(
                                row.value1(),
                                row.value2(),
                                State.of(row.value3()),
                                row.value4(),
                                row.value5()));
    }

    /// Makes the first generation of a projection that the database has never heard of.
    void register(Projection projection) {
        transactions.executeInTransaction(() -> insert(projection, 1, State.LIVE));
    }

    /// Begins a rebuild, in the transaction of the caller if there is one.
    ///
    /// @return false when one is running
    public boolean build(Projection projection) {
        return transactions.fetchInTransaction(
                () -> insert(projection, newest(projection) + 1, State.BUILDING));
    }

    /// Ends a rebuild before it is live, in the transaction of the caller if there is one.
    ///
    /// @return false when none is running
    public boolean cancel(Projection projection) {
        return transactions.fetchInTransaction(
                () -> Transition.of(sql, projection.name(), State.BUILDING, State.RETIRED));
    }

    /// Whoever asks at the same time gets the same number, and only one of them can insert it.
    private int newest(Projection projection) {
        return sql.select(coalesce(max(PROJECTION_GENERATION.GENERATION), inline(0)))
                .from(PROJECTION_GENERATION)
                .where(PROJECTION_GENERATION.PROJECTION.eq(projection.name()))
                .fetchSingle(row -> row.value1());
    }

    /// The unique keys decide between those who try at the same time: the slower one waits for the
    /// faster one's commit and then inserts nothing.
    private boolean insert(Projection projection, int number, State state) {
        int rows =
                sql.insertInto(PROJECTION_GENERATION)
                        .set(PROJECTION_GENERATION.PROJECTION, projection.name())
                        .set(PROJECTION_GENERATION.GENERATION, number)
                        .set(PROJECTION_GENERATION.STATE, state.column())
                        .onConflictDoNothing()
                        .execute();
        if (rows == 0) {
            return false;
        }
        for (int segment = 0; segment < segments(projection); segment++) {
            sql.insertInto(TOKEN_ENTRY)
                    .set(TOKEN_ENTRY.PROCESSOR_NAME, processorName(projection, number))
                    .set(TOKEN_ENTRY.SEGMENT, segment)
                    .set(TOKEN_ENTRY.TIMESTAMP, NEVER_CLAIMED)
                    .execute();
        }
        return true;
    }

    private String processorName(Projection projection, int number) {
        return sql.select(PROJECTION_GENERATION.PROCESSOR_NAME)
                .from(PROJECTION_GENERATION)
                .where(PROJECTION_GENERATION.PROJECTION.eq(projection.name()))
                .and(PROJECTION_GENERATION.GENERATION.eq(number))
                .fetchSingle(row -> row.value1());
    }

    /// Axon derives the share of a segment from the ids that there are; those of a power of two are
    /// equal shares.
    private static int segments(Projection projection) {
        int segments = projection.segments();
        if (Integer.bitCount(segments) != 1) {
            throw new IllegalArgumentException(
                    projection.name() + " has " + segments + " segments; they are a power of two");
        }
        return segments;
    }
}
