package io.tallystick.query.projections;

import static io.tallystick.readmodel.Tables.USAGE_DEAD_LETTER;

import io.tallystick.edge.caller.Caller;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/admin/dead-letters`.
@RestController
class DeadLettersEndpoint {

    private static final int ITEMS_MAX = 200;

    private final DSLContext sql;

    DeadLettersEndpoint(DSLContext sql) {
        this.sql = sql;
    }

    /// List events that could not be counted. The usage projection set them aside and counted their
    /// neighbours; a rebuild tries them again. The first 200 are listed. Needs an operator's key.
    ///
    /// Errors: 403 `operator_only`.
    @GetMapping("/api/v1/admin/dead-letters")
    DeadLetters listDeadLetters(Caller caller) {
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
