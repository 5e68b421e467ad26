package io.tallystick.projections.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG_TARGET_ALL;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is known of targets, in one generation.
final class TargetRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int generation;
    private final DSLContext sql;

    TargetRows(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    /// @return null when no fact spoke of it before
    @Nullable Known find(UUID tenantId, String type, String id) {
        return sql.selectFrom(SYSTEM_LOG_TARGET_ALL)
                .where(SYSTEM_LOG_TARGET_ALL.GENERATION.eq(generation))
                .and(SYSTEM_LOG_TARGET_ALL.TENANT_ID.eq(tenantId))
                .and(SYSTEM_LOG_TARGET_ALL.TARGET_TYPE.eq(type))
                .and(SYSTEM_LOG_TARGET_ALL.TARGET_ID.eq(id))
                .fetchOne(row ->
                        new Known(
                                row.getCustomerId(),
                                row.getLabel(),
                                (ObjectNode) JSON.readTree(row.getState().data())));
    }

    void put(Story story, Known now) {
        JSONB state = JSONB.valueOf(now.state().toString());
        sql.insertInto(SYSTEM_LOG_TARGET_ALL)
                .set(SYSTEM_LOG_TARGET_ALL.GENERATION, generation)
                .set(SYSTEM_LOG_TARGET_ALL.TENANT_ID, story.tenantId())
                .set(SYSTEM_LOG_TARGET_ALL.TARGET_TYPE, story.targetType())
                .set(SYSTEM_LOG_TARGET_ALL.TARGET_ID, story.targetId())
                .set(SYSTEM_LOG_TARGET_ALL.CUSTOMER_ID, now.customerId())
                .set(SYSTEM_LOG_TARGET_ALL.LABEL, now.label())
                .set(SYSTEM_LOG_TARGET_ALL.STATE, state)
                .onConflict(
                        SYSTEM_LOG_TARGET_ALL.GENERATION,
                        SYSTEM_LOG_TARGET_ALL.TENANT_ID,
                        SYSTEM_LOG_TARGET_ALL.TARGET_TYPE,
                        SYSTEM_LOG_TARGET_ALL.TARGET_ID)
                .doUpdate()
                .set(SYSTEM_LOG_TARGET_ALL.CUSTOMER_ID, now.customerId())
                .set(SYSTEM_LOG_TARGET_ALL.LABEL, now.label())
                .set(SYSTEM_LOG_TARGET_ALL.STATE, state)
                .execute();
    }
}
