package io.tallystick.eventstore.usage;

import static java.util.stream.Collectors.toMap;

import io.tallystick.eventstore.LogUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads usage rows: those of chunks for projections, and single ones for people who ask what is
/// behind a number. The latter come through `tenant_slice`, which shows a reader the rows of its
/// tenant and the product's own role nothing. Behind that wall a join is looked up in an index only
/// when its columns are compared as they are: casts are made in a subquery of their own, which
/// `offset 0` keeps one.
public final class UsageReader {

    private static final int FETCH_SIZE = 50;

    /// No slice is longer.
    static final Duration SLICE_MAX = Duration.ofDays(1);

    private static final String OF_CHUNKS =
            "select "
                    + UsageSlice.COLUMNS
                    + """
                    from event_log.usage_slice as slice
                    where slice.chunk = any (?) and slice.shard = any (?)
                    order by slice.chunk, slice.shard, slice.slice
                    """;

    private static final String OF_CHUNK_AND_TENANT =
            "select "
                    + UsageSlice.PLACED_COLUMNS
                    + """
                    from (
                      select position, id::bigint as chunk from event_log.entry
                      where position = ? and kind = 'usage_chunk' offset 0) as entry
                    join event_log.tenant_slice as slice on slice.chunk = entry.chunk
                    where slice.tenant_id = ?
                    order by slice.shard, slice.slice
                    """;

    private static final String OF_CUSTOMER =
            "select "
                    + UsageSlice.PLACED_COLUMNS
                    + """
                    from (
                      select slice.*, slice.chunk::text as entry_id from event_log.tenant_slice as slice
                      where slice.tenant_id = ? and slice.customer_id = ?
                        and slice.last_at >= ? and slice.last_at < ? and slice.first_at < ? offset 0) as slice
                    join event_log.entry on entry.id = slice.entry_id
                    """;

    private final DataSource dataSource;

    public UsageReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// All rows of a chunk, customer by customer.
    ///
    /// @throws IllegalStateException when the log has lost rows of the chunk
    public void forEachRow(UsageChunk chunk, Consumer<StoredUsage> consumer) {
        forEachSlice(List.of(chunk), shard -> true, slice -> slice.forEachRow(consumer));
    }

    /// The slices of some chunks that belong to some shards; others are not touched. As far as a
    /// few megabytes reach, those of one customer come one after the other.
    ///
    /// @throws IllegalStateException when the log has lost rows of them
    public void forEachSlice(
            Collection<UsageChunk> chunks, IntPredicate shards, Consumer<UsageSlice> consumer) {
        int[] wanted = IntStream.range(0, Shard.COUNT).filter(shards).toArray();
        long expected =
                chunks.stream()
                        .mapToLong(chunk ->
                                IntStream.of(wanted).mapToLong(chunk.shardRows()::get).sum())
                        .sum();
        if (expected == 0) {
            return;
        }
        Map<Long, Long> positions =
                chunks.stream().collect(toMap(UsageChunk::number, UsageChunk::position));
        var counted = new long[1];
        var slices = new SlicesByCustomer(consumer);
        try (var unpacker = new SliceUnpacker()) {
            stream(
                    OF_CHUNKS,
                    statement -> {
                        statement.setObject(
                                1, chunks.stream().mapToLong(UsageChunk::number).toArray());
                        statement.setObject(2, wanted);
                    },
                    row -> UsageSlice.read(row, positions::get, unpacker),
                    slice -> {
                        counted[0] += slice.rowCount();
                        slices.add(slice);
                    });
            slices.handOn();
        }
        if (counted[0] != expected) {
            throw new IllegalStateException(
                    "%s: there are %d rows instead of %d"
                            .formatted(
                                    chunks.size() == 1 ? chunks.iterator().next() : "chunks",
                                    counted[0],
                                    expected));
        }
    }

    /// The rows of one customer in `[from, to)`, in no order.
    public void forEachRow(
            UUID tenantId,
            UUID customerId,
            Collection<String> types,
            Instant from,
            Instant to,
            Consumer<StoredUsage> consumer) {
        Set<String> wanted = Set.copyOf(types);
        streamPlaced(
                OF_CUSTOMER,
                statement -> {
                    statement.setObject(1, tenantId);
                    statement.setObject(2, customerId);
                    statement.setObject(3, from.atOffset(ZoneOffset.UTC));
                    statement.setObject(4, to.plus(SLICE_MAX).atOffset(ZoneOffset.UTC));
                    statement.setObject(5, to.atOffset(ZoneOffset.UTC));
                },
                slice ->
                        slice.forEachRow(row -> {
                            if (wanted.contains(row.type()) && isIn(row.occurredAt(), from, to)) {
                                consumer.accept(row);
                            }
                        }));
    }

    private static boolean isIn(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public Optional<StoredUsage> find(UUID tenantId, EventRef ref) {
        List<StoredUsage> found = new ArrayList<>(1);
        streamPlaced(
                OF_CHUNK_AND_TENANT,
                statement -> {
                    statement.setLong(1, ref.position());
                    statement.setObject(2, tenantId);
                },
                slice ->
                        slice.forEachRow(row -> {
                            if (row.ref().equals(ref)) {
                                found.add(row);
                            }
                        }));
        return found.stream().findFirst();
    }

    /// The newest rows of some customers of one tenant, by their own time, then by their place in
    /// the log.
    public List<StoredUsage> newest(
            UUID tenantId, Collection<UUID> customers, Filter filter, int limit) {
        try (Connection connection = dataSource.getConnection();
                var unpacker = new SliceUnpacker()) {
            var page = new NewestRows(filter, limit);
            var slices = new NewestSlices(connection, unpacker, tenantId, customers, filter);
            for (UsageSlice slice = slices.next();
                    slice != null && page.mayStillWant(slice.lastAt());
                    slice = slices.next()) {
                slice.forEachRow(page::offer);
            }
            return page.rows();
        } catch (SQLException e) {
            throw new LogUnavailable("usage rows could not be read", e);
        }
    }

    /// @param before the last row of the page before, null for the first page
    public record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String type,
            @Nullable String source,
            @Nullable String id,
            @Nullable Cursor before) {

        /// No row on the page is newer.
        Instant newest(Instant otherwise) {
            if (before != null) {
                return before.occurredAt();
            }
            return to == null ? otherwise : to;
        }

        boolean matches(StoredUsage row) {
            return (from == null || !row.occurredAt().isBefore(from))
                    && (to == null || row.occurredAt().isBefore(to))
                    && (type == null || type.equals(row.type()))
                    && (source == null || source.equals(row.source()))
                    && (id == null || id.equals(row.id()))
                    && (before == null || before.compareTo(Cursor.of(row)) > 0);
        }
    }

    public record Cursor(Instant occurredAt, EventRef ref) implements Comparable<Cursor> {

        private static final Comparator<Cursor> ORDER =
                Comparator.comparing(Cursor::occurredAt)
                        .thenComparing(cursor -> cursor.ref().position())
                        .thenComparing(cursor -> cursor.ref().ordinal());

        static Cursor of(StoredUsage row) {
            return new Cursor(row.occurredAt(), row.ref());
        }

        @Override
        public int compareTo(Cursor other) {
            return ORDER.compare(this, other);
        }
    }

    private void streamPlaced(String sql, Binder binder, Consumer<UsageSlice> consumer) {
        try (var unpacker = new SliceUnpacker()) {
            stream(sql, binder, row -> UsageSlice.readPlaced(row, unpacker), consumer);
        }
    }

    private void stream(
            String sql, Binder binder, SliceOfRow slices, Consumer<UsageSlice> consumer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            binder.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    consumer.accept(slices.read(row));
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable("usage rows could not be read", e);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface SliceOfRow {
        UsageSlice read(ResultSet row) throws SQLException;
    }
}
