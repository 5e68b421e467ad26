package io.tallystick.eventstore.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/// Rows of one customer and one day of UTC in one chunk, packed until somebody asks for them. That
/// is possible as long as the read lasts that brought it.
public final class UsageSlice {

    static final String COLUMNS =
            """
            slice.chunk, slice.slice, slice.tenant_id, slice.customer_id, slice.last_at,
            slice.row_count, slice.encoding, slice.rows
            """;

    /// With the place of the chunk in the log, for who does not know it.
    static final String PLACED_COLUMNS = COLUMNS + ", entry.position ";

    private static final int POSITION_COLUMN = 9;

    private final long position;
    private final long chunk;
    private final int number;
    private final UUID tenantId;
    private final UUID customerId;
    private final Instant lastAt;
    private final int rowCount;
    private final short encoding;
    private final byte[] rows;
    private final SliceUnpacker unpacker;

    private UsageSlice(ResultSet row, LongUnaryOperator positions, SliceUnpacker unpacker)
            throws SQLException {
        chunk = row.getLong(1);
        number = row.getInt(2);
        tenantId = row.getObject(3, UUID.class);
        customerId = row.getObject(4, UUID.class);
        lastAt = row.getTimestamp(5).toInstant();
        rowCount = row.getInt(6);
        encoding = row.getShort(7);
        rows = row.getBytes(8);
        position = positions.applyAsLong(chunk);
        this.unpacker = unpacker;
    }

    /// @param positions of chunks in the log, by their numbers
    static UsageSlice read(ResultSet row, LongUnaryOperator positions, SliceUnpacker unpacker)
            throws SQLException {
        return new UsageSlice(row, positions, unpacker);
    }

    static UsageSlice readPlaced(ResultSet row, SliceUnpacker unpacker) throws SQLException {
        long position = row.getLong(POSITION_COLUMN);
        return new UsageSlice(row, _ -> position, unpacker);
    }

    public long position() {
        return position;
    }

    long chunk() {
        return chunk;
    }

    int number() {
        return number;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID customerId() {
        return customerId;
    }

    Instant lastAt() {
        return lastAt;
    }

    public int rowCount() {
        return rowCount;
    }

    /// Those of one type. Most slices have none of a rare one, and that costs no more than to
    /// unpack them.
    public void forEachRow(String type, Consumer<StoredUsage> consumer) {
        forEachRow(Set.of(type), consumer);
    }

    /// Those of some types.
    public void forEachRow(Set<String> types, Consumer<StoredUsage> consumer) {
        unpacker.forEach(encoding, rows, position, tenantId, customerId, types::contains, consumer);
    }

    /// In the order of their arrival.
    public void forEachRow(Consumer<StoredUsage> consumer) {
        unpacker.forEach(encoding, rows, position, tenantId, customerId, _ -> true, consumer);
    }
}
