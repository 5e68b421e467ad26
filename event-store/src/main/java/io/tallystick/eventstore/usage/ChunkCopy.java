package io.tallystick.eventstore.usage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// Stores what belongs to a chunk: its keys, then its slices.
final class ChunkCopy {

    private static final int KEY_COLUMNS = 5;
    private static final int SLICE_COLUMNS = 10;

    private ChunkCopy() {}

    /// @throws SQLException with state 23505 when one of them is taken
    static void keys(Connection connection, int window, long chunk, Collection<KeyedRow> rows)
            throws SQLException {
        try (var copy =
                new BinaryCopy(
                        connection,
                        "event_log.usage_key",
                        "key_window, key, content, chunk, ordinal")) {
            for (NumberedRow row : NumberedRow.byKey(rows)) {
                Hash128 key = row.keyed().key();
                copy.row(KEY_COLUMNS)
                        .int4(window)
                        .uuid(key.high(), key.low())
                        .int8(row.keyed().content())
                        .int8(chunk)
                        .int4(row.ordinal());
            }
            copy.end();
        }
    }

    static void slices(Connection connection, long chunk, List<PackedSlice> slices)
            throws SQLException {
        try (var copy =
                new BinaryCopy(
                        connection,
                        "event_log.usage_slice",
                        "chunk, shard, slice, tenant_id, customer_id, first_at, last_at, row_count, encoding, rows")) {
            for (int i = 0; i < slices.size(); i++) {
                PackedSlice slice = slices.get(i);
                copy.row(SLICE_COLUMNS)
                        .int8(chunk)
                        .int2(slice.shard())
                        .int4(i)
                        .uuid(slice.tenantId())
                        .uuid(slice.customerId())
                        .instant(slice.firstAt())
                        .instant(slice.lastAt())
                        .int4(slice.rowCount())
                        .int2(SlicePacker.ENCODING)
                        .bytes(slice.rows());
            }
            copy.end();
        }
    }
}
