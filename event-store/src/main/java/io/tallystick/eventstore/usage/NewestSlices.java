package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.usage.UsageReader.Filter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The slices of some customers, those with the newest end first, a few at a time. Each customer
/// has its own stretch of the index; they are merged here, so that ten thousand quiet customers
/// cost one look each.
final class NewestSlices {

    private static final int AT_ONCE = 16;

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final String ENDS =
            """
            select customer.id, newest.last_at
            from unnest(?::uuid[]) as customer (id)
            cross join lateral (
              select slice.last_at from event_log.tenant_slice as slice
              where slice.tenant_id = ? and slice.customer_id = customer.id
                and slice.last_at >= ? and slice.last_at <= ?
              order by slice.last_at desc limit 1) as newest
            """;

    private static final String NEXT =
            "select "
                    + UsageSlice.PLACED_COLUMNS
                    + """
                    from (
                      select slice.*, slice.chunk::text as entry_id from event_log.tenant_slice as slice
                      where tenant_id = ? and customer_id = ? and last_at >= ? and first_at <= ?
                        and (last_at, chunk, slice) < (?, ?, ?)
                      order by last_at desc, chunk desc, slice desc limit ?) as slice
                    join event_log.entry on entry.id = slice.entry_id
                    order by slice.last_at desc, slice.chunk desc, slice.slice desc
                    """;

    private final Connection connection;
    private final SliceUnpacker unpacker;
    private final UUID tenantId;
    private final Instant from;
    private final Instant to;
    private final PriorityQueue<Stretch> stretches =
            new PriorityQueue<>(Comparator.comparing(Stretch::newestEnd).reversed());

    NewestSlices(
            Connection connection,
            SliceUnpacker unpacker,
            UUID tenantId,
            Collection<UUID> customers,
            Filter filter)
            throws SQLException {
        this.connection = connection;
        this.unpacker = unpacker;
        this.tenantId = tenantId;
        this.from = filter.from() == null ? BEGINNING : filter.from();
        this.to = filter.newest(END);
        findStretches(customers);
    }

    private void findStretches(Collection<UUID> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDS)) {
            statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            statement.setObject(2, tenantId);
            statement.setObject(3, from.atOffset(ZoneOffset.UTC));
            statement.setObject(4, latestEnd().atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stretches.add(
                            new Stretch(
                                    row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()));
                }
            }
        }
    }

    /// A row of a time is in a slice that ends at most a day after it.
    private Instant latestEnd() {
        return to.plus(UsageReader.SLICE_MAX);
    }

    /// Null after the last.
    @Nullable UsageSlice next() throws SQLException {
        while (!stretches.isEmpty()) {
            Stretch first = stretches.remove();
            if (first.isEmpty()) {
                first.load();
            }
            if (first.isEmpty()) {
                continue;
            }
            // Its newest may have turned out to be older than another's.
            if (!stretches.isEmpty() && first.newestEnd().isBefore(stretches.peek().newestEnd())) {
                stretches.add(first);
                continue;
            }
            UsageSlice slice = first.take();
            stretches.add(first);
            return slice;
        }
        return null;
    }

    /// The slices of one customer that are still to come.
    private final class Stretch {

        private final UUID customerId;
        private final Deque<UsageSlice> loaded = new ArrayDeque<>();
        private Instant newestEnd;
        private long beforeChunk = Long.MAX_VALUE;
        private int beforeSlice = Integer.MAX_VALUE;

        private Stretch(UUID customerId, Instant newestEnd) {
            this.customerId = customerId;
            this.newestEnd = newestEnd;
        }

        /// Of what is loaded, or an upper bound of what is not.
        Instant newestEnd() {
            return loaded.isEmpty() ? newestEnd : loaded.getFirst().lastAt();
        }

        boolean isEmpty() {
            return loaded.isEmpty();
        }

        UsageSlice take() {
            UsageSlice slice = loaded.removeFirst();
            newestEnd = slice.lastAt();
            beforeChunk = slice.chunk();
            beforeSlice = slice.number();
            return slice;
        }

        void load() throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
                statement.setObject(1, tenantId);
                statement.setObject(2, customerId);
                statement.setObject(3, from.atOffset(ZoneOffset.UTC));
                statement.setObject(4, to.atOffset(ZoneOffset.UTC));
                statement.setObject(5, newestEnd.atOffset(ZoneOffset.UTC));
                statement.setLong(6, beforeChunk);
                statement.setInt(7, beforeSlice);
                statement.setInt(8, AT_ONCE);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        loaded.addLast(UsageSlice.readPlaced(row, unpacker));
                    }
                }
            }
        }
    }
}
