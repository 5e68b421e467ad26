package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.ChunkSql;
import io.tallystick.eventstore.ChunkSql.Chunk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;

/// Ends the transaction that copied the rows of a chunk.
final class ChunkEnd {

    private ChunkEnd() {}

    /// @return the chunk's position, or nothing when a sender was revoked; then the transaction has
    ///   failed
    static OptionalLong commit(Connection connection, RevokedActors revoked, Chunk chunk)
            throws SQLException {
        try (PreparedStatement statements =
                connection.prepareStatement(ChunkSql.entryAndCommit(revoked.sql()))) {
            ChunkSql.bind(statements, 1, chunk);
            var position = new long[1];
            Results.forEach(
                    statements,
                    result -> {
                        if (ChunkSql.isPosition(result) && result.next()) {
                            position[0] = result.getLong(1);
                        }
                    });
            return OptionalLong.of(position[0]);
        } catch (SQLException e) {
            if (ChunkSql.NO_POSITION.equals(e.getSQLState())) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }
}
