package io.tallystick.eventstore.usage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// The statements that hold the open window open, and that open the next one.
final class KeyWindowSql {

    /// Any number will do, as long as nobody else in the database locks it.
    private static final long WINDOW_LOCK = 7_411_905_236_702L;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// No window is closed as long as the transaction lasts. A frozen holder frees the lock by
    /// itself.
    static final String HOLD_OPEN =
            """
            set local idle_in_transaction_session_timeout = '5s';
            select pg_advisory_xact_lock_shared(%d);
            """
                    .formatted(WINDOW_LOCK);

    static final String NUMBERS =
            "select (select max(number) from event_log.key_window) as key_window, nextval('event_log.chunk_number') as chunk";

    /// One round trip. Each statement has its own snapshot, so the window is asked for after the
    /// lock is held.
    private static final String BEGIN = HOLD_OPEN + NUMBERS + "; savepoint keys";

    private static final String ROWS_IN_OPEN_WINDOW =
            """
            select coalesce(sum(row_count), 0) from event_log.entry
            where kind = 'usage_chunk' and position > (select max(opened_after) from event_log.key_window)
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
        return ask(connection, BEGIN);
    }

    /// Without the lock: the window may be closed by the time it is used.
    static Begun numbers(Connection connection) throws SQLException {
        return ask(connection, NUMBERS);
    }

    private static Begun ask(Connection connection, String sql) throws SQLException {
        var begun = new @Nullable Begun[1];
        try (PreparedStatement statements = connection.prepareStatement(sql)) {
            Results.forEach(
                    statements,
                    result -> {
                        if (isNumbers(result) && result.next()) {
                            begun[0] = numbers(result);
                        }
                    });
        }
        if (begun[0] == null) {
            throw new SQLException("no window of idempotency keys is open");
        }
        return begun[0];
    }

    static boolean isNumbers(ResultSet result) throws SQLException {
        return result.getMetaData().getColumnName(1).equals("key_window");
    }

    static Begun numbers(ResultSet row) throws SQLException {
        return new Begun(row.getInt("key_window"), row.getLong("chunk"));
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
