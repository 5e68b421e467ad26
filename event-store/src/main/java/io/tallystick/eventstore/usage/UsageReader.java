package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.LogUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads usage rows: those of a chunk for projections, and single ones for people who ask what is
/// behind a number.
public final class UsageReader {

    private static final int FETCH_SIZE = 500;

    private static final String COLUMNS =
            """
            select entry.position, usage.ordinal, usage.tenant_id, usage.customer_id, usage.type, usage.id, usage.source,
                   usage.occurred_at, usage.measure, usage.data
            """;

    private static final String OF_CHUNK =
            COLUMNS
                    + """
                    from event_log.usage join event_log.entry on entry.id = usage.chunk_id::text
                    where usage.chunk_id = ? order by usage.ordinal
                    """;

    private static final String ONE =
            COLUMNS
                    + """
                    from event_log.entry join event_log.usage on usage.chunk_id =
                      case entry.kind when 'usage_chunk' then entry.id::uuid end
                    where entry.position = ? and usage.ordinal = ? and usage.tenant_id = ?
                    """;

    private static final String OF_CUSTOMER =
            COLUMNS
                    + """
                    from event_log.usage join event_log.entry on entry.id = usage.chunk_id::text
                    where usage.tenant_id = ? and usage.customer_id = ? and usage.occurred_at >= ? and usage.occurred_at < ?
                      and usage.type = any (?)
                    order by usage.occurred_at, entry.position, usage.ordinal
                    """;

    /// Each customer brings its newest rows by its own index range; the page is the newest of
    /// those.
    private static final String PAGE =
            COLUMNS
                    + """
                    from unnest(?::uuid[]) as customer (id)
                    cross join lateral (
                      select usage.*, log.position from event_log.usage
                      join event_log.entry as log on log.id = usage.chunk_id::text
                      where usage.tenant_id = ? and usage.customer_id = customer.id
                        and (?::timestamptz is null or usage.occurred_at >= ?)
                        and (?::timestamptz is null or usage.occurred_at < ?)
                        and (?::text is null or usage.type = ?)
                        and (?::text is null or usage.source = ?)
                        and (?::text is null or usage.id = ?)
                        and (?::timestamptz is null or (usage.occurred_at, log.position, usage.ordinal) < (?, ?, ?))
                      order by usage.occurred_at desc, log.position desc, usage.ordinal desc
                      limit ?) as usage
                    join event_log.entry on entry.position = usage.position
                    order by usage.occurred_at desc, usage.position desc, usage.ordinal desc
                    limit ?
                    """;

    private final DataSource dataSource;

    public UsageReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// All rows of a chunk in their order.
    ///
    /// @throws IllegalStateException when the log has lost rows of the chunk
    public void forEachRow(UsageChunk chunk, Consumer<StoredUsage> consumer) {
        int rows = stream(OF_CHUNK, statement -> statement.setObject(1, chunk.chunkId()), consumer);
        if (rows != chunk.rows()) {
            throw new IllegalStateException(
                    "chunk "
                            + chunk.chunkId()
                            + " has "
                            + rows
                            + " rows instead of "
                            + chunk.rows());
        }
    }

    /// The rows of one customer in `[from, to)`, oldest first.
    public void forEachRow(
            UUID tenantId,
            UUID customerId,
            Collection<String> types,
            Instant from,
            Instant to,
            Consumer<StoredUsage> consumer) {
        stream(
                OF_CUSTOMER,
                statement -> {
                    statement.setObject(1, tenantId);
                    statement.setObject(2, customerId);
                    statement.setTimestamp(3, Timestamp.from(from));
                    statement.setTimestamp(4, Timestamp.from(to));
                    statement.setArray(
                            5, statement.getConnection().createArrayOf("text", types.toArray()));
                },
                consumer);
    }

    public Optional<StoredUsage> find(UUID tenantId, EventRef ref) {
        List<StoredUsage> found = new ArrayList<>(1);
        stream(
                ONE,
                statement -> {
                    statement.setLong(1, ref.position());
                    statement.setInt(2, ref.ordinal());
                    statement.setObject(3, tenantId);
                },
                found::add);
        return found.stream().findFirst();
    }

    /// Which of the rows are in the log already, by idempotency key.
    public Map<Hash128, StoredKey> find(Collection<Hash128> keys) {
        if (keys.isEmpty()) {
            return new HashMap<>();
        }
        try (Connection connection = dataSource.getConnection()) {
            return UsageKeys.find(connection, keys);
        } catch (SQLException e) {
            throw new LogUnavailable("idempotency keys could not be read", e);
        }
    }

    /// The newest rows of some customers of one tenant.
    public List<StoredUsage> newest(
            UUID tenantId, Collection<UUID> customers, Filter filter, int limit) {
        List<StoredUsage> page = new ArrayList<>(limit);
        stream(PAGE, statement -> bind(statement, tenantId, customers, filter, limit), page::add);
        return page;
    }

    /// @param before the last row of the page before, null for the first page
    public record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String type,
            @Nullable String source,
            @Nullable String id,
            @Nullable Cursor before) {}

    public record Cursor(Instant occurredAt, EventRef ref) {}

    private static void bind(
            PreparedStatement statement,
            UUID tenantId,
            Collection<UUID> customers,
            Filter filter,
            int limit)
            throws SQLException {
        int i = 1;
        statement.setArray(
                i++, statement.getConnection().createArrayOf("uuid", customers.toArray()));
        statement.setObject(i++, tenantId);
        for (Instant bound :
                new @Nullable Instant[] {filter.from(), filter.from(), filter.to(), filter.to()}) {
            statement.setObject(i++, atUtc(bound));
        }
        for (String text : new @Nullable String[] {filter.type(), filter.source(), filter.id()}) {
            statement.setString(i++, text);
            statement.setString(i++, text);
        }
        Cursor before = filter.before();
        OffsetDateTime beforeAt = before == null ? null : atUtc(before.occurredAt());
        statement.setObject(i++, beforeAt);
        statement.setObject(i++, beforeAt);
        statement.setLong(i++, before == null ? 0 : before.ref().position());
        statement.setInt(i++, before == null ? 0 : before.ref().ordinal());
        statement.setInt(i++, limit);
        statement.setInt(i, limit);
    }

    private static @Nullable OffsetDateTime atUtc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private int stream(String sql, Binder binder, Consumer<StoredUsage> consumer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            binder.bind(statement);
            return readAll(statement, consumer);
        } catch (SQLException e) {
            throw new LogUnavailable("usage rows could not be read", e);
        }
    }

    private static int readAll(PreparedStatement statement, Consumer<StoredUsage> consumer)
            throws SQLException {
        int rows = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                consumer.accept(read(row));
                rows++;
            }
        }
        return rows;
    }

    private static StoredUsage read(ResultSet row) throws SQLException {
        return new StoredUsage(
                new EventRef(row.getLong(1), row.getInt(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getBigDecimal(9),
                row.getBytes(10));
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
