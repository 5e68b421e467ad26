package io.tallystick.eventstore;

import io.tallystick.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Holds the lock under which positions are given, so that a test decides when writers go on.
public final class HeldPositionLock implements AutoCloseable {

    private static final String WAITING =
            """
            select pid from pg_locks
            where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())
            """;

    private final Connection connection;

    public HeldPositionLock(TestDatabase database) throws SQLException {
        connection = database.connection();
        connection.setAutoCommit(false);
        take(connection);
    }

    /// Until the end of the connection's transaction.
    public static void take(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LogSql.POSITION_LOCK + ")");
        }
    }

    /// The first writer that waits for the lock.
    public int awaitWaiter() throws Exception {
        Eventually.until("a writer waits for the position lock", () -> waiter() != 0);
        return waiter();
    }

    public void killWaiter() throws Exception {
        run("select pg_terminate_backend(" + awaitWaiter() + ")");
    }

    private int waiter() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WAITING)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void release() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
