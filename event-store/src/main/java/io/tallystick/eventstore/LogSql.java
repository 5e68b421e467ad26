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
import org.jspecify.annotations.Nullable;

/// The statements that give positions to facts and access records, and the lock for all positions.
/// Whatever takes one, here or in [ChunkSql], takes it under this transaction-scoped lock and after
/// all other writes of its transaction, so that the order of positions is the order of commits on
/// any number of nodes.
final class LogSql {

    /// Any number will do, as long as nobody else in the database locks it.
    static final long POSITION_LOCK = 7_411_905_236_701L;

    static final String TAKE_LOCK =
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

    /// Of an id that is there already, neither a position is taken nor a line changed. The
    /// statement has its own snapshot behind the lock, so that nobody can be about to write the
    /// same id.
    private static final String INSERT_DERIVED =
            """
            with head as (select coalesce(max(position), 0) as position from event_log.entry),
            absent as (
              select fact.*, row_number() over (order by fact.number) as place
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                          ?::bytea[], ?::bytea[], ?::timestamptz[])
                with ordinality
                as fact(id, type, revision, tenant_id, stream_type, stream, sequence, payload, metadata, message_at, number)
              where not exists (select from event_log.entry where entry.id = fact.id)),
            inserted as (
              insert into event_log.entry
                (position, kind, id, type, revision, tenant_id, stream_type, stream, sequence, payload, metadata, message_at)
              select head.position + absent.place, 'fact', absent.id, absent.type, absent.revision, absent.tenant_id::uuid,
                     absent.stream_type, absent.stream, absent.sequence, absent.payload, absent.metadata, absent.message_at
              from head, absent
              returning position)
            select max(position) from inserted
            """;

    /// Of an id that is there already, neither a position is taken nor a line changed.
    private static final String INSERT_ACCESS =
            """
            insert into event_log.entry (position, kind, id, type, revision, metadata, message_at, row_count)
            select coalesce(max(position), 0) + 1, 'access_chunk', ?, 'access.Chunk', '1', ?, clock_timestamp(), ?
            from event_log.entry
            having not exists (select from event_log.entry where id = ?)
            returning position
            """;

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
        return insert(connection, INSERT_FACTS, facts).orElseThrow();
    }

    /// Inserts those of the facts whose ids are not there yet, and returns the position of the last
    /// one; empty when all of them were there. The caller commits at once.
    static OptionalLong insertDerived(Connection connection, List<NewFact> facts)
            throws SQLException {
        return insert(connection, INSERT_DERIVED, facts);
    }

    private static OptionalLong insert(Connection connection, String sql, List<NewFact> facts)
            throws SQLException {
        takeLock(connection);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
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
                long last = result.getLong(1);
                return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
            }
        }
    }

    /// Inserts an access chunk and returns its position, or the head of the log where its id was
    /// there already. The caller commits at once.
    static long insertAccess(Connection connection, String id, byte[] lines, int count)
            throws SQLException {
        takeLock(connection);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ACCESS)) {
            insert.setString(1, id);
            insert.setBytes(2, lines);
            insert.setInt(3, count);
            insert.setString(4, id);
            try (ResultSet result = insert.executeQuery()) {
                return result.next() ? result.getLong(1) : head(connection);
            }
        }
    }

    private static void takeLock(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute(TAKE_LOCK);
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
