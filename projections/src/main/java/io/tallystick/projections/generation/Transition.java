package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
import static org.jooq.impl.DSL.currentInstant;

import io.tallystick.projections.generation.Generation.State;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;

/// A change of state, in the transaction of the caller.
final class Transition {

    private Transition() {}

    /// @return false when the projection has no generation in the state it would come from
    static boolean of(DSLContext sql, String projection, State from, State to) {
        return sql.update(PROJECTION_GENERATION)
                        .set(PROJECTION_GENERATION.STATE, to.column())
                        .set(PROJECTION_GENERATION.ENDED_AT, endedAt(to))
                        .where(PROJECTION_GENERATION.PROJECTION.eq(projection))
                        .and(PROJECTION_GENERATION.STATE.eq(from.column()))
                        .execute()
                == 1;
    }

    private static Field<Instant> endedAt(State state) {
        return state == State.RETIRED ? currentInstant() : PROJECTION_GENERATION.ENDED_AT;
    }
}
