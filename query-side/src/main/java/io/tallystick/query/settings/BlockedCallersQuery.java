package io.tallystick.query.settings;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.BlockedCallers.BlockedCaller;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.wall.ShownBlockedCallers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom a customer does not let through, as the last command left it, and what a projection has
/// counted of them.
@Component
public final class BlockedCallersQuery {

    /// Of which the position is.
    public static final String PROJECTION = "blocked-calls";

    private final ConsistentRead reads;
    private final ShownBlockedCallers callers;

    BlockedCallersQuery(ConsistentRead reads, ShownBlockedCallers callers) {
        this.reads = reads;
        this.callers = callers;
    }

    /// A page, whoever was blocked last first.
    ///
    /// @param before the last block of the page before, null for the first page
    public Page<BlockedCallerItem> list(
            Sight sight, Customer customer, @Nullable UUID before, int limit, Instant now) {
        List<BlockedCaller> found = callers.newest(sight, customer.customerId(), before, limit + 1);
        return reads.read(
                sight,
                PROJECTION,
                (sql, position) -> {
                    Map<String, Long> stopped =
                            StoppedCalls.of(
                                    sql,
                                    sight.tenantId(),
                                    customer,
                                    found.stream().map(BlockedCaller::number).toList(),
                                    now);
                    Page<BlockedCaller> page =
                            Page.of(
                                    found,
                                    limit,
                                    last -> Cursor.of(last.blockId().toString()),
                                    now,
                                    position);
                    return page.map(caller ->
                            BlockedCallerItem.of(
                                    caller, stopped.getOrDefault(caller.number(), 0L)));
                });
    }
}
