package io.tallystick.query.usage;

import static io.tallystick.readmodel.Tables.CUSTOMER;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.access.CustomerDirectory;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The events behind the numbers, straight from the log.
@Component
final class EventsQuery {

    /// Without a subject each customer brings rows of its own; beyond this many, name one.
    private static final int CUSTOMERS_MAX = 10_000;

    private final ConsistentRead reads;
    private final Customers customers;
    private final UsageReader rows;

    EventsQuery(ConsistentRead reads, Customers customers, UsageReader rows) {
        this.reads = reads;
        this.customers = customers;
        this.rows = rows;
    }

    /// Newest first. The position is the directory's, which says whose events are looked at; the
    /// log itself is never behind it.
    Page<EventItem> newest(
            Sight sight,
            @Nullable String subject,
            UsageReader.Filter filter,
            int limit,
            Instant now) {
        return reads.read(
                sight,
                CustomerDirectory.PROJECTION,
                (sql, position) -> {
                    Map<UUID, String> keys = keys(sql, sight, subject);
                    List<EventItem> found =
                            keys.isEmpty()
                                    ? List.of()
                                    : rows
                                            .newest(
                                                    sight.tenantId(),
                                                    keys.keySet(),
                                                    filter,
                                                    limit + 1)
                                            .stream()
                                            .map(row -> item(row, keys))
                                            .toList();
                    return Page.of(found, limit, EventCursor::after, now, position);
                });
    }

    Optional<EventItem> find(Sight sight, EventRef ref) {
        return reads.read(
                sight,
                CustomerDirectory.PROJECTION,
                (sql, position) ->
                        rows.find(sight.tenantId(), ref)
                                .filter(row -> sight.sees(row.customerId()))
                                .map(row -> EventItem.of(row, key(sight, row))));
    }

    private String key(Sight sight, StoredUsage row) {
        return customers.byId(sight.tenantId(), row.customerId()).map(Customer::key).orElseThrow();
    }

    private static EventItem item(StoredUsage row, Map<UUID, String> keys) {
        return EventItem.of(row, String.valueOf(keys.get(row.customerId())));
    }

    private Map<UUID, String> keys(DSLContext sql, Sight sight, @Nullable String subject) {
        UUID tenantId = sight.tenantId();
        UUID scope = sight.customerId();
        Map<UUID, String> keys = new HashMap<>();
        if (subject != null) {
            customers
                    .byKey(tenantId, subject)
                    .filter(known -> sight.sees(known.customerId()))
                    .ifPresent(known -> keys.put(known.customerId(), known.key()));
            return keys;
        }
        if (scope != null) {
            customers
                    .byId(tenantId, scope)
                    .ifPresent(known -> keys.put(known.customerId(), known.key()));
            return keys;
        }
        sql.select(CUSTOMER.CUSTOMER_ID, CUSTOMER.KEY)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenantId))
                .limit(CUSTOMERS_MAX + 1)
                .forEach(row -> keys.put(row.value1(), row.value2()));
        if (keys.size() > CUSTOMERS_MAX) {
            throw ApiProblem.invalid(
                    "subject",
                    "subject_required",
                    "With more than " + CUSTOMERS_MAX + " customers, name a subject.");
        }
        return keys;
    }
}
