package io.tallystick.eventstore;

import io.tallystick.events.audit.AccessLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Reads the lines of an access chunk, for who projects them.
public final class AccessReader {

    private static final String LINES =
            "select metadata from event_log.entry where position = ? and kind = 'access_chunk'";

    private final DataSource dataSource;

    public AccessReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// In their order, in which they are numbered from 0.
    ///
    /// @throws IllegalStateException when the log has lost lines of the chunk
    public List<AccessLine> lines(AccessChunk chunk) {
        List<AccessLine> lines = stored(chunk.position());
        if (lines.size() != chunk.lines()) {
            throw new IllegalStateException(
                    "%s: there are %d lines".formatted(chunk, lines.size()));
        }
        return lines;
    }

    private List<AccessLine> stored(long position) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LINES)) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? AccessLines.read(row.getBytes(1)) : List.of();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("access records could not be read", e);
        }
    }
}
