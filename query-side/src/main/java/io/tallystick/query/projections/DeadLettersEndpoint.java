package io.tallystick.query.projections;

import static io.tallystick.readmodel.Tables.USAGE_DEAD_LETTER;

import io.tallystick.edge.caller.Caller;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/admin/dead-letters`: what the usage projection set aside. Errors: 403
/// `operator_only`.
@RestController
class DeadLettersEndpoint {

    private static final int ITEMS_MAX = 200;

    private final DSLContext sql;

    DeadLettersEndpoint(DSLContext sql) {
        this.sql = sql;
    }

    @GetMapping("/api/v1/admin/dead-letters")
    DeadLetters all(Caller caller) {
        caller.requireOperator();
        return new DeadLetters(
                sql.fetchCount(USAGE_DEAD_LETTER),
                sql.selectFrom(USAGE_DEAD_LETTER)
                        .orderBy(USAGE_DEAD_LETTER.POSITION, USAGE_DEAD_LETTER.ORDINAL)
                        .limit(ITEMS_MAX)
                        .fetch(row ->
                                new DeadLetters.Item(
                                        row.getPosition(),
                                        row.getOrdinal(),
                                        row.getTenantId(),
                                        row.getCustomerId(),
                                        row.getType(),
                                        row.getReason())));
    }
}
