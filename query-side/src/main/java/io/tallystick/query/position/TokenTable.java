package io.tallystick.query.position;

import static io.tallystick.readmodel.Tables.PROJECTION_SEGMENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/// Positions of projections as their own transactions committed them, and of the groups that follow
/// the log with tables of the work schema. A projection is where the slowest segment of its live
/// generation is, and its rows are in the same snapshot.
final class TokenTable {

    /// Nothing was handled yet.
    static final long START = 0;

    private static final Condition LIVE = PROJECTION_SEGMENT.STATE.eq("live");

    /// It is of the work schema, of which there are no generated classes.
    private static final Table<?> LOG_GROUP = table(name("work", "log_group"));

    private static final Field<String> GROUP_NAME = field(name("name"), String.class);
    private static final Field<Long> GROUP_POSITION = field(name("position"), Long.class);

    private final DSLContext sql;

    TokenTable(DSLContext sql) {
        this.sql = sql;
    }

    Map<String, Long> positions() {
        return sql.select(PROJECTION_SEGMENT.PROJECTION, min(PROJECTION_SEGMENT.POSITION))
                .from(PROJECTION_SEGMENT)
                .where(LIVE)
                .groupBy(PROJECTION_SEGMENT.PROJECTION)
                .unionAll(select(GROUP_NAME, GROUP_POSITION).from(LOG_GROUP))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    long position(String projection) {
        Long position =
                sql.select(min(PROJECTION_SEGMENT.POSITION))
                        .from(PROJECTION_SEGMENT)
                        .where(LIVE)
                        .and(PROJECTION_SEGMENT.PROJECTION.eq(projection))
                        .fetchSingle(row -> row.value1());
        return position == null ? ofGroup(projection) : position;
    }

    private long ofGroup(String name) {
        Long position =
                sql.select(GROUP_POSITION)
                        .from(LOG_GROUP)
                        .where(GROUP_NAME.eq(name))
                        .fetchOne(GROUP_POSITION);
        return position == null ? START : position;
    }
}
