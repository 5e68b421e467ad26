package io.tallystick.eventstore;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.IntStream;

/// The statements that give a chunk of usage its position and end its transaction. They go in one
/// round trip, with the rows of the chunk or after them: a frozen JVM cannot hold the lock.
public final class ChunkSql {

    /// What the table answers to an entry without a position.
    public static final String NO_POSITION = "23502";

    private static final String POSITION = "position";

    /// Each statement has its own snapshot, so the maximum and who is revoked are read after the
    /// lock is held. A chunk with a revoked sender gets no position.
    private static final String ENTRY_AND_COMMIT =
            LogSql.TAKE_LOCK
                    + """
                    ;
                    insert into event_log.entry (position, kind, id, type, revision, metadata, message_at, row_count, shard_rows)
                    select case when exists (%s) then null else coalesce(max(position), 0) + 1 end,
                           'usage_chunk', ?, 'usage.Chunk', '1', ?, clock_timestamp(), ?, ?
                    from event_log.entry
                    returning position;
                    commit
                    """;

    private ChunkSql() {}

    /// @param number of the chunk, under which its rows are stored
    /// @param shardRows how many of them are in each shard
    /// @param actors who sent them, as the query for revoked ones wants it
    public record Chunk(long number, int[] shardRows, byte[] metadata, Array actors) {}

    /// @param revoked a query with one parameter that answers rows when the chunk must not be
    public static String entryAndCommit(String revoked) {
        return ENTRY_AND_COMMIT.formatted(revoked);
    }

    /// @param first the number of the first of five parameters
    public static void bind(PreparedStatement statement, int first, Chunk chunk)
            throws SQLException {
        statement.setArray(first, chunk.actors());
        statement.setString(first + 1, Long.toString(chunk.number()));
        statement.setBytes(first + 2, chunk.metadata());
        statement.setInt(first + 3, IntStream.of(chunk.shardRows()).sum());
        statement.setObject(first + 4, chunk.shardRows());
    }

    /// Whether a result of the statements is the one with the position.
    public static boolean isPosition(ResultSet result) throws SQLException {
        return result.getMetaData().getColumnName(1).equals(POSITION);
    }
}
