package io.tallystick.eventstore;

import io.tallystick.events.audit.AccessLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Adds access records to the log, all lines of a flush as one entry. They belong to no aggregate
/// and decide nothing, so they need neither a stream nor a row each.
public final class AccessAppender {

    private final DataSource dataSource;
    private final LogHead head;

    /// @param dataSource connections in READ COMMITTED and without auto-commit
    public AccessAppender(DataSource dataSource, LogHead head) {
        this.dataSource = dataSource;
        this.head = head;
    }

    /// Whoever does not know whether the lines were committed may append them again under the same
    /// id: an id that is there takes no position.
    ///
    /// @throws LogUnavailable when the log did not take them, or did not say so
    public void append(UUID id, List<AccessLine> lines) {
        try (Connection connection = dataSource.getConnection()) {
            head.advanceTo(committed(connection, id, lines));
        } catch (SQLException e) {
            throw new LogUnavailable("access records could not be appended", e);
        }
    }

    private static long committed(Connection connection, UUID id, List<AccessLine> lines)
            throws SQLException {
        try {
            long position =
                    LogSql.insertAccess(
                            connection, id.toString(), AccessLines.write(lines), lines.size());
            connection.commit();
            return position;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }
}
