package io.tallystick.query.projections;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
import static io.tallystick.readmodel.Tables.PROJECTION_SEGMENT;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.min;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;

/// A generation that somebody works on or should.
///
/// @param claimed whether each of its segments has a node that says it is alive
/// @param readAt the database's time, as is `startedAt`
record GenerationRow(
        String projection,
        String processor,
        boolean live,
        int generation,
        int segments,
        long position,
        boolean claimed,
        Instant startedAt,
        Instant readAt) {

    /// Whoever works on a segment says so several times a second.
    private static final Duration CLAIM_MAX = Duration.ofSeconds(10);

    private static final Condition CLAIMED =
            PROJECTION_SEGMENT
                    .OWNER
                    .isNotNull()
                    .and(
                            PROJECTION_SEGMENT.CLAIMED_AT.gt(
                                    currentInstant().minus(DayToSecond.valueOf(CLAIM_MAX))));

    static List<GenerationRow> all(DSLContext sql) {
        return sql.select(
                        PROJECTION_GENERATION.PROJECTION,
                        PROJECTION_GENERATION.PROCESSOR_NAME,
                        PROJECTION_GENERATION.STATE,
                        PROJECTION_GENERATION.GENERATION,
                        count(),
                        min(PROJECTION_SEGMENT.POSITION),
                        boolAnd(CLAIMED),
                        PROJECTION_GENERATION.STARTED_AT,
                        currentInstant())
                .from(PROJECTION_GENERATION)
                .join(PROJECTION_SEGMENT)
                .on(PROJECTION_SEGMENT.PROJECTION.eq(PROJECTION_GENERATION.PROJECTION))
                .and(PROJECTION_SEGMENT.GENERATION.eq(PROJECTION_GENERATION.GENERATION))
                .where(PROJECTION_GENERATION.STATE.in("live", "building"))
                .groupBy(PROJECTION_GENERATION.PROJECTION, PROJECTION_GENERATION.GENERATION)
                .orderBy(PROJECTION_GENERATION.PROJECTION)
                .fetch(row ->
                        new GenerationRow(
                                row.value1(),
                                row.value2(),
                                row.value3().equals("live"),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9()));
    }

    double secondsOld() {
        return Duration.between(startedAt, readAt).toNanos() / 1e9;
    }

    String status() {
        return claimed ? "running" : "stopped";
    }
}
