package io.tallystick.eventstore;

import static java.util.Objects.requireNonNull;

import io.tallystick.eventstore.LogSql.NewFact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// Keeps facts in `event_log.entry`.
///
/// Axon appends while a unit of work prepares its commit, and subscribing handlers and other
/// callbacks may still follow. The position lock must come after all of them, so appends are
/// buffered and written in the root unit's commit phase, directly before the database commits.
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    private static final String PENDING = PostgresEventStorageEngine.class.getName() + ".pending";
    private static final String TENANT = "tenantId";
    private static final int BATCH_SIZE = 500;

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final LogHead head;

    public PostgresEventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            LogHead head,
            Serializer eventSerializer,
            Serializer snapshotSerializer) {
        this(
                connections,
                transactions,
                head,
                eventSerializer,
                snapshotSerializer,
                new ApiKeyOwner());
    }

    public PostgresEventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            LogHead head,
            Serializer eventSerializer,
            Serializer snapshotSerializer,
            EventUpcaster upcasters) {
        this(
                connections,
                transactions,
                head,
                new Builder(eventSerializer, snapshotSerializer, upcasters));
    }

    PostgresEventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            LogHead head,
            Builder builder) {
        super(builder);
        this.connections = connections;
        this.transactions = transactions;
        this.head = head;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        if (!CurrentUnitOfWork.isStarted()) {
            head.advanceTo(transactions.fetchInTransaction(() -> insert(events, serializer)));
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> pending =
                root.getOrComputeResource(PENDING, key -> writeOnCommit(root, serializer));
        pending.addAll(events);
    }

    private List<EventMessage<?>> writeOnCommit(UnitOfWork<?> root, Serializer serializer) {
        List<EventMessage<?>> pending = new ArrayList<>();
        root.onCommit(unit -> {
            // Whatever is appended after this is written by a callback of its own, or refused.
            root.resources().remove(PENDING);
            long position = transactions.fetchInTransaction(() -> insert(pending, serializer));
            AppendReceipt.record(position);
            root.afterCommit(committed -> head.advanceTo(position));
        });
        return pending;
    }

    private long insert(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<NewFact> facts = events.stream().map(event -> newFact(event, serializer)).toList();
        try (Connection connection = connections.getConnection()) {
            return LogSql.insertFacts(connection, facts);
        } catch (SQLException e) {
            handlePersistenceException(e, requireNonNull(events.getFirst()));
            throw new LogUnavailable("facts could not be appended", e);
        }
    }

    private static NewFact newFact(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        Object tenant = event.getMetaData().get(TENANT);
        DomainEventMessage<?> domain =
                event instanceof DomainEventMessage<?> message ? message : null;
        return new NewFact(
                event.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                tenant == null ? null : UUID.fromString(tenant.toString()),
                domain == null ? null : domain.getType(),
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? null : domain.getSequenceNumber(),
                payload.getData(),
                metadata.getData(),
                event.getTimestamp());
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken lastToken, int batchSize) {
        long after = lastToken == null ? -1 : positionOf(lastToken);
        return query(
                LogEntry.SELECT + "where position > ? order by position limit ?",
                statement -> {
                    statement.setLong(1, after);
                    statement.setInt(2, batchSize);
                },
                LogEntry::tracked);
    }

    /// The entries after a position, as messages whose types are all known.
    List<? extends TrackedEventMessage<?>> messagesAfter(
            @Nullable TrackingToken token, int batchSize) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        fetchTrackedEvents(token, batchSize).stream(),
                        getEventSerializer(),
                        upcasterChain)
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String stream, long firstSequence, int batchSize) {
        return query(
                LogEntry.SELECT + "where stream = ? and sequence >= ? order by sequence limit ?",
                statement -> {
                    statement.setString(1, stream);
                    statement.setLong(2, firstSequence);
                    statement.setInt(3, batchSize);
                },
                LogEntry::domain);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        NewFact row = newFact(snapshot, serializer);
        transactions.executeInTransaction(() -> {
            try (Connection connection = connections.getConnection()) {
                Snapshots.store(connection, row);
            } catch (SQLException e) {
                handlePersistenceException(e, snapshot);
            }
        });
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return query(
                Snapshots.SELECT, statement -> statement.setString(1, stream), Snapshots::domain)
                .stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return query(
                        "select max(sequence) from event_log.entry where stream = ?",
                        statement -> statement.setString(1, stream),
                        row -> Optional.ofNullable((Long) row.getObject(1)))
                .getFirst();
    }

    @Override
    public TrackingToken createTailToken() {
        return token("select coalesce(min(position), 1) - 1 from event_log.entry", statement -> {});
    }

    @Override
    public TrackingToken createHeadToken() {
        return token("select coalesce(max(position), 0) from event_log.entry", statement -> {});
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return token(
                """
                select coalesce(
                  (select min(position) - 1 from event_log.entry where message_at >= ?),
                  (select max(position) from event_log.entry), 0)
                """,
                statement -> statement.setTimestamp(1, Timestamp.from(at)));
    }

    private TrackingToken token(String sql, Binder binder) {
        return query(sql, binder, row -> new GlobalSequenceTrackingToken(row.getLong(1)))
                .getFirst();
    }

    static long positionOf(TrackingToken token) {
        return token.position()
                .orElseThrow(() -> new IllegalArgumentException("no position in " + token));
    }

    private <T> List<T> query(String sql, Binder binder, RowReader<T> reader) {
        return transactions.fetchInTransaction(() -> {
            try (Connection connection = connections.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                return readAll(statement, reader);
            } catch (SQLException e) {
                throw new LogUnavailable("the log could not be read", e);
            }
        });
    }

    private static <T> List<T> readAll(PreparedStatement statement, RowReader<T> reader)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface RowReader<T> {
        T read(java.sql.ResultSet row) throws SQLException;
    }

    static final class Builder extends BatchingEventStorageEngine.Builder {

        Builder(
                Serializer eventSerializer,
                Serializer snapshotSerializer,
                EventUpcaster upcasters) {
            eventSerializer(eventSerializer);
            snapshotSerializer(snapshotSerializer);
            upcasterChain(upcasters);
            persistenceExceptionResolver(UNIQUE_VIOLATION);
            batchSize(BATCH_SIZE);
        }

        private static final PersistenceExceptionResolver UNIQUE_VIOLATION =
                exception ->
                        exception instanceof SQLException sql && "23505".equals(sql.getSQLState());
    }
}
