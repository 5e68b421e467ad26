package io.tallystick.eventstore;

import io.tallystick.eventstore.testing.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a test does to the log behind everybody's back, and what it finds in it.
public final class LogRows {

    private final TestDatabase database;

    public LogRows(TestDatabase database) {
        this.database = database;
    }

    /// A fact as another version of Tallystick may have written it.
    void insertFact(long position, String type, String revision) throws SQLException {
        execute(
                """
                insert into event_log.entry (position, kind, id, type, revision, stream_type, stream, sequence, payload, metadata, message_at)
                values (%d, 'fact', '%s', '%s', '%s', 'Operator', 'written-by-sql', %d, '{"accountId":null,"login":"x"}', '{}', now())
                """
                        .formatted(position, UUID.randomUUID(), type, revision, position));
    }

    public List<Long> positions() throws SQLException {
        return longs("select position from event_log.entry order by position");
    }

    public long head() throws SQLException {
        return number("select coalesce(max(position), 0) from event_log.entry");
    }

    public long number(String sql) throws SQLException {
        return longs(sql).getFirst();
    }

    public void execute(String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A deadlock that a retry hides still costs everybody a second, and the server counts it. It
    /// does so for certain when the connections are closed.
    public long deadlocks() throws Exception {
        Eventually.until(
                "all other connections are closed",
                () ->
                        number(
                                        """
                                        select count(*) from pg_stat_activity
                                        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                                        """)
                                == 0);
        return number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    private List<Long> longs(String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Long> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getLong(1));
            }
            return values;
        }
    }
}
