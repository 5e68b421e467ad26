package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.LEVEL_STEP_ALL;
import static io.tallystick.readmodel.Tables.USAGE_DEAD_LETTER_ALL;
import static io.tallystick.readmodel.Tables.USAGE_INCREMENT_ALL;
import static io.tallystick.readmodel.Tables.USAGE_ROLLUP_ALL;

import io.tallystick.events.settings.SettingsEvent.UsageChanged;
import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.projections.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Sums and levels of every meter. A chunk has rows of many customers and concerns every segment;
/// each reads the shards of customers that are its own, and keeps what is set for these.
@Component
final class UsageProjection implements Projection {

    /// As many nodes can share the work. More would split every small batch further.
    private static final int SEGMENTS = 4;

    private final UsageReader reader;
    private final DSLContext sql;

    UsageProjection(UsageReader reader, DSLContext sql) {
        this.reader = reader;
        this.sql = sql;
    }

    @Override
    public int segments() {
        return SEGMENTS;
    }

    @Override
    public boolean concernsEverySegment(EventMessage<?> event) {
        return event.getPayloadType() == UsageChunk.class
                || event.getPayloadType() == UsageChanged.class;
    }

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public Object handler(int generation) {
        return new UsageProjector(
                reader, new UsageTables(generation, sql), new IncrementTable(generation, sql));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(
                USAGE_ROLLUP_ALL, LEVEL_STEP_ALL, USAGE_INCREMENT_ALL, USAGE_DEAD_LETTER_ALL);
    }
}
