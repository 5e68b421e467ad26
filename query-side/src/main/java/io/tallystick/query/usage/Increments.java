package io.tallystick.query.usage;

import static io.tallystick.readmodel.Tables.USAGE_INCREMENT;

import io.tallystick.rating.BillingIncrement;
import io.tallystick.rating.IncrementHistory;
import io.tallystick.rating.IncrementHistory.Change;
import java.util.UUID;
import org.jooq.DSLContext;

/// By which increments the sums of a customer were billed.
final class Increments {

    private Increments() {}

    static IncrementHistory of(DSLContext sql, UUID tenantId, UUID customerId) {
        return new IncrementHistory(
                sql.selectFrom(USAGE_INCREMENT)
                        .where(USAGE_INCREMENT.TENANT_ID.eq(tenantId))
                        .and(USAGE_INCREMENT.CUSTOMER_ID.eq(customerId))
                        .orderBy(USAGE_INCREMENT.POSITION)
                        .fetch(row ->
                                new Change(
                                        row.getPosition(),
                                        row.getSetAt(),
                                        new BillingIncrement(
                                                row.getInitialSeconds(), row.getStepSeconds()))));
    }
}
