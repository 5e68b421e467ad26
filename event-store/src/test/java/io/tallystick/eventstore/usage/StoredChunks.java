package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.testing.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The chunks of a log, as its entries tell of them.
public final class StoredChunks {

    private final TestDatabase database;

    public StoredChunks(TestDatabase database) {
        this.database = database;
    }

    public List<UsageChunk> all() throws SQLException {
        return read("true");
    }

    UsageChunk at(long position) throws SQLException {
        return read("position = " + position).getFirst();
    }

    private List<UsageChunk> read(String condition) throws SQLException {
        List<UsageChunk> chunks = new ArrayList<>();
        try (var connection = database.connection();
                var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select position, id, shard_rows from event_log.entry where kind = 'usage_chunk' and "
                                        + condition)) {
            while (row.next()) {
                Integer[] shardRows = (Integer[]) row.getArray(3).getArray();
                chunks.add(new UsageChunk(row.getLong(1), row.getLong(2), List.of(shardRows)));
            }
        }
        return chunks;
    }
}
