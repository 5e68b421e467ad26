package io.tallystick.app.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/// Refuses a server that may lose what it has acknowledged. Tallystick answers an ingest or a
/// command after COMMIT; with one of these settings off, that answer is a lie after a power cut.
public final class DatabaseSafety {

    private static final int OLDEST_MAJOR_VERSION = 15;
    private static final Set<String> WAITS_FOR_DISK = Set.of("on", "remote_write", "remote_apply");

    private static final String QUESTION =
            """
            select current_setting('server_version_num')::int / 10000,
                   current_setting('server_version'),
                   current_setting('fsync'),
                   current_setting('full_page_writes'),
                   current_setting('synchronous_commit'),
                   current_setting('default_transaction_isolation'),
                   session_user::text,
                   (select rolsuper or rolcreaterole from pg_roles where rolname = session_user)
            """;

    private DatabaseSafety() {}

    public static void check(DataSource database) {
        var complaints = complaints(answer(database));
        if (!complaints.isEmpty()) {
            throw new StartRefusedException(
                    "Tallystick does not start on this database: %s."
                            .formatted(String.join("; ", complaints)));
        }
    }

    private static List<String> complaints(Answer answer) {
        var complaints = new ArrayList<String>();
        if (answer.majorVersion < OLDEST_MAJOR_VERSION) {
            complaints.add(
                    "the server is PostgreSQL %s and must be %d or newer"
                            .formatted(answer.version, OLDEST_MAJOR_VERSION));
        }
        if (!answer.fsync.equals("on")) {
            complaints.add("fsync is %s and must be on".formatted(answer.fsync));
        }
        if (!answer.fullPageWrites.equals("on")) {
            complaints.add(
                    "full_page_writes is %s and must be on".formatted(answer.fullPageWrites));
        }
        if (!WAITS_FOR_DISK.contains(answer.synchronousCommit)) {
            complaints.add(
                    "synchronous_commit is %s and must be on, remote_write or remote_apply"
                            .formatted(answer.synchronousCommit));
        }
        if (!answer.isolation.equals("read committed")) {
            complaints.add(
                    "default_transaction_isolation is %s and must be read committed"
                            .formatted(answer.isolation));
        }
        if (!answer.mayCreateRoles) {
            complaints.add("the user %s needs the right CREATEROLE".formatted(answer.user));
        }
        return complaints;
    }

    private static Answer answer(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(QUESTION)) {
            row.next();
            return new Answer(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getBoolean(8));
        } catch (SQLException e) {
            throw new StartRefusedException(
                    "The database cannot be used: %s".formatted(e.getMessage()), e);
        }
    }

    private record Answer(
            int majorVersion,
            String version,
            String fsync,
            String fullPageWrites,
            String synchronousCommit,
            String isolation,
            String user,
            boolean mayCreateRoles) {}
}
