package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.BLOCKED_CALL_ALL;

import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Calls that were not let through, by caller. They feed no meter, and a log that is older than
/// this is counted from its first entry without the meters being counted again: so they have a
/// projection of their own.
@Component
final class BlockedCallsProjection implements Projection {

    private final UsageReader reader;
    private final DSLContext sql;

    BlockedCallsProjection(UsageReader reader, DSLContext sql) {
        this.reader = reader;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "blocked-calls";
    }

    @Override
    public Object handler(int generation) {
        return new BlockedCallsProjector(reader, new BlockedCallRows(generation, sql));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BLOCKED_CALL_ALL);
    }
}
