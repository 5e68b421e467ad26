package io.tallystick.projections.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG_ALL;
import static io.tallystick.readmodel.Tables.SYSTEM_LOG_TARGET_ALL;

import io.tallystick.eventstore.AccessReader;
import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// One row for each fact and each line of access records, whoever it is about. It has one segment,
/// because what a fact changed is told from the facts before it, of all tenants and in their order.
@Component
final class SystemLogProjection implements Projection {

    private final DSLContext sql;
    private final AccessReader reader;

    SystemLogProjection(DSLContext sql, AccessReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "system-log";
    }

    @Override
    public Object handler(int generation) {
        return new SystemLogProjector(
                new LogRows(generation, sql),
                new TargetRows(generation, sql),
                new AccessRows(generation, sql),
                reader);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SYSTEM_LOG_ALL, SYSTEM_LOG_TARGET_ALL);
    }
}
