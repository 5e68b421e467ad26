package io.tallystick.projections.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG_ALL;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Entries of the system log, in one generation.
final class LogRows {

    /// A fact is one entry. Entries of one position with more than one are numbered on.
    private static final int ONLY = 0;

    private static final String SUCCEEDED = "succeeded";

    private final int generation;
    private final DSLContext sql;

    LogRows(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    /// Where in the log a fact is, and what it is called there.
    record Place(long position, String action, Instant at) {}

    /// @param known what the target is from here on
    /// @param actorCustomerId whose the actor is
    void insert(
            Place place,
            Story story,
            Known known,
            Change change,
            Actor actor,
            @Nullable UUID actorCustomerId) {
        sql.insertInto(SYSTEM_LOG_ALL)
                .set(SYSTEM_LOG_ALL.GENERATION, generation)
                .set(SYSTEM_LOG_ALL.TENANT_ID, story.tenantId())
                .set(SYSTEM_LOG_ALL.POSITION, place.position())
                .set(SYSTEM_LOG_ALL.ORDINAL, ONLY)
                .set(SYSTEM_LOG_ALL.CUSTOMER_ID, known.customerId())
                .set(SYSTEM_LOG_ALL.TYPE, story.type().lower())
                .set(SYSTEM_LOG_ALL.ACTION, place.action())
                .set(SYSTEM_LOG_ALL.OCCURRED_AT, place.at())
                .set(SYSTEM_LOG_ALL.ACTOR_TYPE, actor.type())
                .set(SYSTEM_LOG_ALL.ACTOR_ID, actor.id())
                .set(SYSTEM_LOG_ALL.ACTOR_LABEL, actor.label())
                .set(SYSTEM_LOG_ALL.ACTOR_CUSTOMER_ID, actorCustomerId)
                .set(SYSTEM_LOG_ALL.TARGET_TYPE, story.targetType())
                .set(SYSTEM_LOG_ALL.TARGET_ID, story.targetId())
                .set(SYSTEM_LOG_ALL.TARGET_LABEL, known.label())
                .set(SYSTEM_LOG_ALL.OUTCOME, SUCCEEDED)
                .set(SYSTEM_LOG_ALL.SUMMARY, story.sentence().apply(known))
                .set(SYSTEM_LOG_ALL.BEFORE, json(change.before()))
                .set(SYSTEM_LOG_ALL.AFTER, json(change.after()))
                .set(SYSTEM_LOG_ALL.KEY_ID, actor.keyId())
                .set(SYSTEM_LOG_ALL.REQUEST_ID, actor.requestId())
                .set(SYSTEM_LOG_ALL.IP, actor.ip())
                .set(SYSTEM_LOG_ALL.USER_AGENT, actor.userAgent())
                .execute();
    }

    private static @Nullable JSONB json(@Nullable ObjectNode values) {
        return values == null ? null : JSONB.valueOf(values.toString());
    }
}
