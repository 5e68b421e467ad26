package io.tallystick.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The statements that give positions. Everything that takes a position takes it here, under one
/// transaction-scoped lock and after all other writes of its transaction, so that the order of
/// positions is the order of commits on any number of nodes.
public final class LogSql {

    /// Any number will do, as long as nobody else in the database locks it.
    static final long POSITION_LOCK = 7_411_905_236_701L;

    private static final String TAKE_LOCK =
            // A frozen holder frees the lock by itself; the limit is gone with the transaction.
            "set local idle_in_transaction_session_timeout = '2s'; select pg_advisory_xact_lock("
                    + POSITION_LOCK
                    + ")";

    private static final String INSERT_FACTS =
            """
            with head as (select coalesce(max(position), 0) as position from event_log.entry),
            inserted as (
              insert into event_log.entry
                (position, kind, id, type, revision, tenant_id, stream_type, stream, sequence, payload, metadata, message_at)
              select head.position + fact.number, 'fact', fact.id, fact.type, fact.revision, fact.tenant_id::uuid,
                     fact.stream_type, fact.stream, fact.sequence, fact.payload, fact.metadata, fact.message_at
              from head, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                ?::bytea[], ?::bytea[], ?::timestamptz[])
                with ordinality
                as fact(id, type, revision, tenant_id, stream_type, stream, sequence, payload, metadata, message_at, number)
              returning position)
            select max(position) from inserted
            """;

    /// Lock, entry and commit in one round trip: a frozen JVM cannot hold the lock. Each statement
    /// has its own snapshot, so the maximum and who is revoked are read after the lock is held. A
    /// chunk with a revoked sender gets no position, and the table refuses an entry without one.
    private static final String INSERT_CHUNK_AND_COMMIT =
            TAKE_LOCK
                    + """
                    ;
                    insert into event_log.entry (position, kind, id, type, revision, metadata, message_at, row_count, shard_rows)
                    select case when exists (%s) then null else coalesce(max(position), 0) + 1 end,
                           'usage_chunk', ?, 'usage.Chunk', '1', ?, clock_timestamp(), ?, ?
                    from event_log.entry
                    returning position;
                    commit
                    """;

    private static final String NO_POSITION = "23502";

    private LogSql() {}

    /// A fact that has no position yet.
    record NewFact(
            String id,
            String type,
            @Nullable String revision,
            @Nullable UUID tenantId,
            @Nullable String streamType,
            @Nullable String stream,
            @Nullable Long sequence,
            byte[] payload,
            byte[] metadata,
            Instant messageAt) {}

    /// Inserts the facts in their order and returns the position of the last. The caller commits at
    /// once.
    static long insertFacts(Connection connection, List<NewFact> facts) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute(TAKE_LOCK);
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_FACTS)) {
            insert.setArray(1, array(connection, "text", facts, NewFact::id));
            insert.setArray(2, array(connection, "text", facts, NewFact::type));
            insert.setArray(3, array(connection, "text", facts, NewFact::revision));
            insert.setArray(
                    4,
                    array(
                            connection,
                            "text",
                            facts,
                            fact -> fact.tenantId() == null ? null : fact.tenantId().toString()));
            insert.setArray(5, array(connection, "text", facts, NewFact::streamType));
            insert.setArray(6, array(connection, "text", facts, NewFact::stream));
            insert.setArray(7, array(connection, "bigint", facts, NewFact::sequence));
            insert.setArray(
                    8,
                    connection.createArrayOf(
                            "bytea", facts.stream().map(NewFact::payload).toArray(byte[][]::new)));
            insert.setArray(
                    9,
                    connection.createArrayOf(
                            "bytea", facts.stream().map(NewFact::metadata).toArray(byte[][]::new)));
            insert.setArray(
                    10,
                    array(
                            connection,
                            "timestamptz",
                            facts,
                            fact -> Timestamp.from(fact.messageAt())));
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static Array array(
            Connection connection,
            String type,
            List<NewFact> facts,
            java.util.function.Function<NewFact, @Nullable Object> column)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(facts.size());
        facts.forEach(fact -> values.add(column.apply(fact)));
        return connection.createArrayOf(type, values.toArray());
    }

    /// Ends the transaction that copied the rows of the chunk.
    ///
    /// @param revoked a query with one parameter that answers rows when the chunk must not be
    /// @return the chunk's position, or nothing when it must not be; then the transaction has
    ///   failed
    public static OptionalLong insertChunkAndCommit(
            Connection connection,
            long chunk,
            int[] shardRows,
            byte[] metadata,
            String revoked,
            Array actors)
            throws SQLException {
        try {
            return OptionalLong.of(
                    insertAndCommit(connection, chunk, shardRows, metadata, revoked, actors));
        } catch (SQLException e) {
            if (NO_POSITION.equals(e.getSQLState())) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private static long insertAndCommit(
            Connection connection,
            long chunk,
            int[] shardRows,
            byte[] metadata,
            String revoked,
            Array actors)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(INSERT_CHUNK_AND_COMMIT.formatted(revoked))) {
            insert.setArray(1, actors);
            insert.setString(2, Long.toString(chunk));
            insert.setBytes(3, metadata);
            insert.setInt(4, IntStream.of(shardRows).sum());
            insert.setObject(5, shardRows);
            boolean isResultSet = insert.execute();
            long position = -1;
            while (isResultSet || insert.getUpdateCount() != -1) {
                if (isResultSet) {
                    position = firstLong(insert.getResultSet(), position);
                }
                isResultSet = insert.getMoreResults();
            }
            return position;
        }
    }

    /// The lock answers void, the insert its position.
    private static long firstLong(ResultSet result, long otherwise) throws SQLException {
        try (result) {
            boolean isPosition = result.getMetaData().getColumnName(1).equals("position");
            return isPosition && result.next() ? result.getLong(1) : otherwise;
        }
    }

    static long head(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select coalesce(max(position), 0) from event_log.entry")) {
            result.next();
            return result.getLong(1);
        }
    }
}
