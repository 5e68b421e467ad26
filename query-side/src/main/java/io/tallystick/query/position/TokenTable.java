package io.tallystick.query.position;

import static io.tallystick.readmodel.Tables.PROJECTION_SEGMENT;
import static org.jooq.impl.DSL.min;

import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Positions of projections as their own transactions committed them. A projection is where the
/// slowest segment of its live generation is, and its rows are in the same snapshot.
final class TokenTable {

    /// Nothing was handled yet.
    static final long START = 0;

    private static final Condition LIVE = PROJECTION_SEGMENT.STATE.eq("live");

    private final DSLContext sql;

    TokenTable(DSLContext sql) {
        this.sql = sql;
    }

    Map<String, Long> positions() {
        return sql.select(PROJECTION_SEGMENT.PROJECTION, min(PROJECTION_SEGMENT.POSITION))
                .from(PROJECTION_SEGMENT)
                .where(LIVE)
                .groupBy(PROJECTION_SEGMENT.PROJECTION)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    long position(String projection) {
        Long position =
                sql.select(min(PROJECTION_SEGMENT.POSITION))
                        .from(PROJECTION_SEGMENT)
                        .where(LIVE)
                        .and(PROJECTION_SEGMENT.PROJECTION.eq(projection))
                        .fetchSingle(row -> row.value1());
        return position == null ? START : position;
    }
}
