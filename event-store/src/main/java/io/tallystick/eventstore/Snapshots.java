package io.tallystick.eventstore;

import io.tallystick.eventstore.LogSql.NewFact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.axonframework.eventhandling.DomainEventData;

/// The statements for `event_log.snapshot`. Only the newest snapshot of a stream is kept.
final class Snapshots {

    static final String SELECT =
            """
            select stream_type, stream, sequence, id, message_at, type, revision, payload, metadata
            from event_log.snapshot where stream = ? order by sequence desc limit 1
            """;

    private static final String DELETE_OLDER =
            "delete from event_log.snapshot where stream = ? and sequence < ?";

    private static final String INSERT =
            """
            insert into event_log.snapshot (stream, sequence, stream_type, id, type, revision, payload, metadata, message_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (stream, sequence) do nothing
            """;

    private Snapshots() {}

    static void store(Connection connection, NewFact snapshot) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE_OLDER);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            delete.setString(1, snapshot.stream());
            delete.setObject(2, snapshot.sequence());
            delete.executeUpdate();
            insert.setString(1, snapshot.stream());
            insert.setObject(2, snapshot.sequence());
            insert.setString(3, snapshot.streamType());
            insert.setString(4, snapshot.id());
            insert.setString(5, snapshot.type());
            insert.setString(6, snapshot.revision());
            insert.setBytes(7, snapshot.payload());
            insert.setBytes(8, snapshot.metadata());
            insert.setTimestamp(9, Timestamp.from(snapshot.messageAt()));
            insert.executeUpdate();
        }
    }

    static DomainEventData<byte[]> domain(ResultSet row) throws SQLException {
        return LogEntry.domain(row, row.getBytes("payload"));
    }
}
