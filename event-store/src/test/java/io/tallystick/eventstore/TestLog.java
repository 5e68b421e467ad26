package io.tallystick.eventstore;

import io.tallystick.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/// A log without Spring: one connection per thread while a transaction runs.
final class TestLog implements TransactionManager, ConnectionProvider, AutoCloseable {

    private final TestDatabase database = TestDatabase.with(TestDatabase.Schema.EVENT_LOG);
    private final DataSource dataSource = database.dataSource();
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    TestDatabase database() {
        return database;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /// An engine as the product builds it.
    PostgresEventStorageEngine engine(LogHead head) {
        var serializer = new EventSerializer();
        return new PostgresEventStorageEngine(this, this, head, serializer, serializer);
    }

    /// The suites of Axon expect a log in which nothing has happened.
    TestLog empty() throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate event_log.entry, event_log.usage_slice, event_log.usage_key, event_log.snapshot");
        }
        return this;
    }

    @Override
    public Transaction startTransaction() {
        if (current.get() != null) {
            return new Joined();
        }
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            current.set(connection);
            return new Owned(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = current.get();
        if (connection == null) {
            throw new SQLException("no transaction");
        }
        return ConnectionWrapperFactory.wrap(connection, new KeepOpen());
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class KeepOpen implements ConnectionWrapperFactory.ConnectionCloseHandler {
        @Override
        public void close(Connection connection) {}

        @Override
        public void commit(Connection connection) {}
    }

    private static final class Joined implements Transaction {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    }

    private final class Owned implements Transaction {

        private final Connection connection;

        private Owned(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void commit() {
            end(true);
        }

        @Override
        public void rollback() {
            end(false);
        }

        private void end(boolean commit) {
            current.remove();
            try (connection) {
                if (commit) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
