package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.LEVEL_STEP_ALL;
import static io.tallystick.readmodel.Tables.USAGE_ROLLUP_ALL;

import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Sums and levels of every meter. One segment: a chunk is one message with rows of many customers,
/// so several segments would take turns and not share.
@Component
final class UsageProjection implements Projection {

    private final UsageReader reader;
    private final DSLContext sql;

    UsageProjection(UsageReader reader, DSLContext sql) {
        this.reader = reader;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public Object handler(int generation) {
        return new UsageProjector(reader, new UsageTables(generation, sql));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(USAGE_ROLLUP_ALL, LEVEL_STEP_ALL);
    }
}
