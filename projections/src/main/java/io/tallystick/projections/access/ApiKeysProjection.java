package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.API_KEY_ALL;

import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Keys, as their owners see them.
@Component
final class ApiKeysProjection implements Projection {

    private final DSLContext sql;

    ApiKeysProjection(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "api-keys";
    }

    @Override
    public Object handler(int generation) {
        return new ApiKeysProjector(generation, sql);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(API_KEY_ALL);
    }
}
