package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.CUSTOMER_ALL;
import static io.tallystick.readmodel.Tables.PARTNER_ALL;

import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Partners and their customers.
@Component
final class DirectoryProjection implements Projection {

    private final DSLContext sql;

    DirectoryProjection(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public Object handler(int generation) {
        return new DirectoryProjector(generation, sql);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CUSTOMER_ALL, PARTNER_ALL);
    }
}
