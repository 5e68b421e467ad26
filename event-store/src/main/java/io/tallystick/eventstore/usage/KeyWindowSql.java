package io.tallystick.eventstore.usage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The statements that hold the open window open, and that open the next one.
final class KeyWindowSql {

    /// Any number will do, as long as nobody else in the database locks it.
    private static final long WINDOW_LOCK = 7_411_905_236_702L;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// One round trip. Each statement has its own snapshot, so the window is asked for after the
    /// lock is held. A frozen holder frees the lock by itself.
    private static final String BEGIN =
            """
            set local idle_in_transaction_session_timeout = '5s';
            select pg_advisory_xact_lock_shared(%d);
            select (select max(number) from event_log.key_window) as key_window, nextval('event_log.chunk_number') as chunk;
            savepoint keys
            """
                    .formatted(WINDOW_LOCK);

    private static final String ROWS_IN_OPEN_WINDOW =
            """
            select coalesce(sum(row_count), 0) from event_log.entry
            where position > (select max(opened_after) from event_log.key_window)
            """;

    /// Whoever comes behind waits as well while this waits for a stalled appender: so not for long.
    private static final String LOCK_EXCLUSIVELY =
            "set local lock_timeout = '300ms'; select pg_advisory_xact_lock(%d)"
                    .formatted(WINDOW_LOCK);

    private static final String OPEN_NEXT =
            """
            insert into event_log.key_window (number, opened_after)
            select max(number) + 1, (select coalesce(max(position), 0) from event_log.entry)
            from event_log.key_window
            """;

    private KeyWindowSql() {}

    /// @param window the open one; it stays open until the transaction ends
    /// @param chunk a number for the chunk
    record Begun(int window, long chunk) {}

    static Begun begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean isResultSet = statement.execute(BEGIN);
            Begun begun = null;
            while (isResultSet || statement.getUpdateCount() != -1) {
                if (isResultSet) {
                    ResultSet row = statement.getResultSet();
                    if (row.getMetaData().getColumnCount() == 2 && row.next()) {
                        begun = new Begun(row.getInt("key_window"), row.getLong("chunk"));
                    }
                }
                isResultSet = statement.getMoreResults();
            }
            if (begun == null) {
                throw new SQLException("no window of idempotency keys is open");
            }
            return begun;
        }
    }

    static void backToBegin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback to savepoint keys");
        }
    }

    static int openWindow(Connection connection) throws SQLException {
        return (int) number(connection, "select max(number) from event_log.key_window");
    }

    /// Commits. Whether the window is full is asked again under the lock: another node may have
    /// opened the next one already.
    static void openNextIfFull(Connection connection, int keysMax) throws SQLException {
        if (number(connection, ROWS_IN_OPEN_WINDOW) < keysMax) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK_EXCLUSIVELY);
            if (number(connection, ROWS_IN_OPEN_WINDOW) >= keysMax) {
                statement.execute(OPEN_NEXT);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
