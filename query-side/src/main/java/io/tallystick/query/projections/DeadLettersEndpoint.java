package io.tallystick.query.projections;

import static io.tallystick.readmodel.Tables.CONTACT_DEAD_LETTER;
import static io.tallystick.readmodel.Tables.USAGE_DEAD_LETTER;
import static org.jooq.impl.DSL.select;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.query.position.ConsistentRead;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/admin/dead-letters`.
@RestController
class DeadLettersEndpoint {

    private static final int ITEMS_MAX = 200;

    private static final String PROJECTION = "usage";

    private final ConsistentRead reads;

    DeadLettersEndpoint(ConsistentRead reads) {
        this.reads = reads;
    }

    /// List events that could not be counted, and those that should tell of a contact and do not. A
    /// projection set them aside and went on with their neighbours; a rebuild tries them again. The
    /// first 200 are listed. Needs an operator's key with the permission READ.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`.
    @GetMapping("/api/v1/admin/dead-letters")
    DeadLetters listDeadLetters(Caller caller) {
        caller.requireOperator();
        caller.require(Permission.READ);
        return reads.readInstallation(
                caller, PROJECTION, (sql, position) -> new DeadLetters(count(sql), first(sql)));
    }

    private static int count(DSLContext sql) {
        return sql.fetchCount(USAGE_DEAD_LETTER) + sql.fetchCount(CONTACT_DEAD_LETTER);
    }

    private static List<DeadLetters.Item> first(DSLContext sql) {
        return sql.select(USAGE_DEAD_LETTER.fields())
                .from(USAGE_DEAD_LETTER)
                .unionAll(select(CONTACT_DEAD_LETTER.fields()).from(CONTACT_DEAD_LETTER))
                .orderBy(USAGE_DEAD_LETTER.POSITION, USAGE_DEAD_LETTER.ORDINAL)
                .limit(ITEMS_MAX)
                .fetchInto(USAGE_DEAD_LETTER)
                .map(row ->
                        new DeadLetters.Item(
                                row.getPosition(),
                                row.getOrdinal(),
                                row.getTenantId(),
                                row.getCustomerId(),
                                row.getType(),
                                row.getReason()));
    }
}
