package io.tallystick.eventstore;

import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.eventstore.LogSql.NewFact;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/// The ways in which facts get into the log under torture. Each call is one transaction that may
/// fail at any place; it answers the ids that were committed.
final class TortureWriters {

    interface Writer {
        List<String> write() throws SQLException;
    }

    private static final int FACTS_MAX = 20;

    private TortureWriters() {}

    /// Appends through the engine in a unit of work that also writes rows and rolls some of them
    /// back to a savepoint.
    record Engine(
            TestLog log, PostgresEventStorageEngine engine, Trouble trouble, Duration clockIsBehind)
            implements Writer {

        @Override
        public List<String> write() {
            List<EventMessage<?>> facts = new ArrayList<>();
            for (int i = trouble.happens(0.6) ? 1 : 1 + trouble.below(FACTS_MAX); i > 0; i--) {
                facts.add(fact());
            }
            var work = new Work(log);
            work.run(unit -> {
                work.execute("insert into event_log.scratch values (1)");
                trouble.strike();
                work.execute("savepoint before; insert into event_log.scratch values (2)");
                work.execute("rollback to savepoint before");
                // Runs when the facts are inserted and the lock is held.
                unit.onCommit(any -> trouble.strike());
                engine.appendEvents(facts);
                unit.onPrepareCommit(any -> trouble.strike());
            });
            return facts.stream().map(EventMessage::getIdentifier).toList();
        }

        private EventMessage<?> fact() {
            Instant at = Instant.now().minus(clockIsBehind);
            return new GenericEventMessage<>(
                    new GenericEventMessage<>(new LoginSucceeded(new UUID(0, 1), "torture")),
                    () -> at);
        }
    }

    /// Takes the lock within a savepoint, gives it up by rolling back to it, and takes it again.
    record Savepoints(TestLog log, Trouble trouble) implements Writer {

        @Override
        public List<String> write() throws SQLException {
            NewFact dropped = newFact();
            NewFact kept = newFact();
            try (Connection connection = log.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                var before = connection.setSavepoint();
                LogSql.insertFacts(connection, List.of(dropped));
                trouble.strike();
                connection.rollback(before);
                trouble.strike();
                LogSql.insertFacts(connection, List.of(kept));
                trouble.strike();
                connection.commit();
            }
            return List.of(kept.id());
        }
    }

    /// What not to do: the position is drawn first and without the lock, as from an identity
    /// column.
    record Unlocked(TestLog log, Trouble trouble) implements Writer {

        static final String SEQUENCE = "create sequence event_log.identity start 2";

        @Override
        public List<String> write() throws SQLException {
            String id = UUID.randomUUID().toString();
            try (Connection connection = log.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(
                        """
                        insert into event_log.entry (position, kind, id, type, revision, payload, metadata, message_at)
                        values (nextval('event_log.identity'), 'fact', '%s', 'access.LoginSucceeded', '1', '{}', '{}', now())
                        """
                                .formatted(id));
                trouble.strike();
                connection.commit();
            }
            return List.of(id);
        }
    }

    private static NewFact newFact() {
        byte[] payload =
                "{\"accountId\":null,\"login\":\"torture\"}".getBytes(StandardCharsets.UTF_8);
        return new NewFact(
                UUID.randomUUID().toString(),
                "access.LoginSucceeded",
                "1",
                null,
                null,
                null,
                null,
                payload,
                "{}".getBytes(StandardCharsets.UTF_8),
                Instant.now());
    }
}
