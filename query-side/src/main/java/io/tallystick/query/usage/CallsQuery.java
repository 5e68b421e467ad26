package io.tallystick.query.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.phone.PhoneNumbers;
import io.tallystick.edge.wall.ShownBlockedCallers;
import io.tallystick.eventstore.usage.GroupValues;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.access.CustomerDirectory;
import io.tallystick.query.page.Page;
import io.tallystick.query.phone.NumberSight;
import io.tallystick.query.position.ConsistentRead;
import io.tallystick.query.usage.CallItem.Call;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calls of a customer, straight from the log, and which callers are blocked by now.
@Component
public final class CallsQuery {

    private static final GroupValues TOLD = GroupValues.of(Call.PROPERTIES);
    private static final String INCOMING = "in";

    private final ConsistentRead reads;
    private final UsageReader rows;
    private final ShownBlockedCallers callers;

    CallsQuery(ConsistentRead reads, UsageReader rows, ShownBlockedCallers callers) {
        this.reads = reads;
        this.rows = rows;
        this.callers = callers;
    }

    /// Whose calls, and how much of them is shown.
    public record Look(Sight sight, Customer customer, NumberSight numbers) {}

    /// The newest first.
    ///
    /// @throws io.tallystick.edge.problem.ApiProblem 400 for a cursor that is not ours
    public Page<CallItem> newest(Look look, CallFilter filter, int limit, Instant now) {
        UsageReader.Filter ofRows = filter.ofRows();
        Sight sight = look.sight();
        Page<Call> page =
                reads.read(
                        sight,
                        CustomerDirectory.PROJECTION,
                        (sql, position) -> {
                            List<StoredUsage> found =
                                    rows.newest(
                                            sight.tenantId(),
                                            Set.of(look.customer().customerId()),
                                            ofRows,
                                            limit + 1);
                            return Page.of(found, limit, EventCursor::after, now, position)
                                    .map(row -> call(row, look.customer()));
                        });
        Set<String> blocked = blocked(look, page.items());
        return page.map(call -> CallItem.of(call, look, blocked));
    }

    private static Call call(StoredUsage row, Customer customer) {
        List<@Nullable String> values = TOLD.read(row.data());
        String from = values.get(Call.FROM);
        boolean isCaller = from != null && INCOMING.equals(values.get(Call.DIRECTION));
        return new Call(
                row,
                values,
                isCaller ? PhoneNumbers.e164(from, customer.country()).orElse(null) : null);
    }

    private Set<String> blocked(Look look, List<Call> calls) {
        Set<String> numbers =
                calls.stream()
                        .map(Call::caller)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return callers.among(look.sight(), look.customer().customerId(), numbers);
    }
}
