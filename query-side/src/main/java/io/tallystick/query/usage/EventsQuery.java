package io.tallystick.query.usage;

import static io.tallystick.readmodel.Tables.CUSTOMER;

import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.access.CustomerDirectory;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.Snapshots;
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

    private final Snapshots snapshots;
    private final Customers customers;
    private final UsageReader rows;

    EventsQuery(Snapshots snapshots, Customers customers, UsageReader rows) {
        this.snapshots = snapshots;
        this.customers = customers;
        this.rows = rows;
    }

    /// Newest first. The position is the directory's, which says whose events are looked at; the
    /// log itself is never behind it.
    Page<EventItem> newest(
            UUID tenantId,
            @Nullable UUID scope,
            @Nullable String subject,
            UsageReader.Filter filter,
            int limit,
            Instant now) {
        return snapshots.read(
                CustomerDirectory.PROJECTION,
                (sql, position) -> {
                    Map<UUID, String> keys = keys(sql, tenantId, scope, subject);
                    List<EventItem> found =
                            keys.isEmpty()
                                    ? List.of()
                                    : rows
                                            .newest(tenantId, keys.keySet(), filter, limit + 1)
                                            .stream()
                                            .map(row -> item(row, keys))
                                            .toList();
                    return Page.of(found, limit, EventCursor::after, now, position);
                });
    }

    Optional<EventItem> find(UUID tenantId, @Nullable UUID scope, EventRef ref) {
        return rows.find(tenantId, ref)
                .filter(row -> scope == null || scope.equals(row.customerId()))
                .map(row ->
                        EventItem.of(
                                row,
                                customers
                                        .byId(tenantId, row.customerId())
                                        .map(Customer::key)
                                        .orElseThrow()));
    }

    private static EventItem item(StoredUsage row, Map<UUID, String> keys) {
        return EventItem.of(row, String.valueOf(keys.get(row.customerId())));
    }

    private Map<UUID, String> keys(
            DSLContext sql, UUID tenantId, @Nullable UUID scope, @Nullable String subject) {
        Map<UUID, String> keys = new HashMap<>();
        if (subject != null) {
            customers
                    .byKey(tenantId, subject)
                    .filter(known -> scope == null || scope.equals(known.customerId()))
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
