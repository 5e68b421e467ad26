package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
import static io.tallystick.readmodel.Tables.PROJECTION_SEGMENT;
import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.selectOne;

import io.tallystick.projections.generation.Generation.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.transaction.TransactionManager;
import org.jooq.DSLContext;

/// Puts a rebuilt generation in the place of the live one. Readers see the change of state, tokens
/// and rows in one snapshot, so their numbers and their position go on where they were.
final class Swap {

    /// How long the live generation may be held back so that the new one comes up to it.
    private static final Duration HOLD_MAX = Duration.ofMillis(200);

    private static final long LOOK_AGAIN_NANOSECONDS = 10_000_000;

    /// Farther behind than that nobody is held back: about what a processor does in one batch.
    private static final long BEHIND_ENTRIES_MAX = 50;

    private final DSLContext sql;
    private final TransactionManager transactions;

    Swap(DSLContext sql, TransactionManager transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /// @return whether the projection's rebuild is live now; otherwise ask again a little later
    boolean attempt(String projection) {
        return behind(projection) <= BEHIND_ENTRIES_MAX
                && transactions.fetchInTransaction(() -> swap(projection));
    }

    private boolean swap(String projection) {
        if (!isBuildingLocked(projection)) {
            return false;
        }
        holdLive(projection);
        if (!comesUp(projection)) {
            return false;
        }
        Transition.of(sql, projection, State.LIVE, State.RETIRED);
        return Transition.of(sql, projection, State.BUILDING, State.LIVE);
    }

    /// Of several nodes one swaps, and nobody cancels meanwhile.
    private boolean isBuildingLocked(String projection) {
        List<String> states =
                sql.select(PROJECTION_GENERATION.STATE)
                        .from(PROJECTION_GENERATION)
                        .where(PROJECTION_GENERATION.PROJECTION.eq(projection))
                        .and(
                                PROJECTION_GENERATION.STATE.in(
                                        State.LIVE.column(), State.BUILDING.column()))
                        .orderBy(PROJECTION_GENERATION.GENERATION)
                        .forUpdate()
                        .fetch(PROJECTION_GENERATION.STATE);
        return states.contains(State.BUILDING.column());
    }

    /// Without its tokens the live generation cannot commit: what is compared now is still true
    /// when the swap commits.
    private void holdLive(String projection) {
        sql.select(TOKEN_ENTRY.SEGMENT)
                .from(TOKEN_ENTRY)
                .whereExists(
                        selectOne()
                                .from(PROJECTION_GENERATION)
                                .where(PROJECTION_GENERATION.PROJECTION.eq(projection))
                                .and(PROJECTION_GENERATION.STATE.eq(State.LIVE.column()))
                                .and(
                                        PROJECTION_GENERATION.PROCESSOR_NAME.eq(
                                                TOKEN_ENTRY.PROCESSOR_NAME)))
                .orderBy(TOKEN_ENTRY.SEGMENT)
                .forUpdate()
                .of(TOKEN_ENTRY)
                .execute();
    }

    private boolean comesUp(String projection) {
        long deadline = System.nanoTime() + HOLD_MAX.toNanos();
        while (behind(projection) > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOSECONDS);
        }
        return true;
    }

    /// From the slowest segment of the rebuild to the fastest of the live generation: whatever a
    /// reader saw of any segment is in the rebuild then.
    private long behind(String projection) {
        var fastest =
                sql.select(max(PROJECTION_SEGMENT.POSITION))
                        .from(PROJECTION_SEGMENT)
                        .where(PROJECTION_SEGMENT.PROJECTION.eq(projection))
                        .and(PROJECTION_SEGMENT.STATE.eq(State.LIVE.column()))
                        .<Long>asField();
        return sql.select(fastest.minus(min(PROJECTION_SEGMENT.POSITION)))
                .from(PROJECTION_SEGMENT)
                .where(PROJECTION_SEGMENT.PROJECTION.eq(projection))
                .and(PROJECTION_SEGMENT.STATE.eq(State.BUILDING.column()))
                .fetchSingle()
                .map(row -> {
                    Long entries = row.get(0, Long.class);
                    return entries == null ? Long.MAX_VALUE : entries;
                });
    }
}
