package io.tallystick.query.settings;

import static io.tallystick.readmodel.Tables.BLOCKED_CALL;
import static org.jooq.impl.DSL.sum;

import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.phone.PhoneNumbers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/// How many calls of some callers were stopped. They are kept as they were sent, so each number is
/// asked for in all ways in which the customer's country writes it.
final class StoppedCalls {

    static final Duration COUNTED_FOR = Duration.ofHours(30 * 24);

    private StoppedCalls() {}

    /// @param numbers as E.164 writes them
    /// @return nothing for whoever had no call stopped
    static Map<String, Long> of(
            DSLContext sql,
            UUID tenantId,
            Customer customer,
            Collection<String> numbers,
            Instant now) {
        Map<String, String> numberOf = new HashMap<>();
        for (String number : numbers) {
            PhoneNumbers.writings(number, customer.country())
                    .forEach(writing -> numberOf.put(writing, number));
        }
        Map<String, Long> stopped = new HashMap<>();
        sql.select(BLOCKED_CALL.CALLER, sum(BLOCKED_CALL.CALLS))
                .from(BLOCKED_CALL)
                .where(BLOCKED_CALL.TENANT_ID.eq(tenantId))
                .and(BLOCKED_CALL.CUSTOMER_ID.eq(customer.customerId()))
                .and(BLOCKED_CALL.CALLER.in(numberOf.keySet()))
                .and(BLOCKED_CALL.OCCURRED_AT.ge(now.minus(COUNTED_FOR)))
                .groupBy(BLOCKED_CALL.CALLER)
                .forEach(row ->
                        add(
                                stopped,
                                numberOf.getOrDefault(row.value1(), row.value1()),
                                row.value2()));
        return stopped;
    }

    private static void add(Map<String, Long> stopped, String number, BigDecimal calls) {
        stopped.merge(number, calls.longValueExact(), Long::sum);
    }
}
