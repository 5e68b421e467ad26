package io.tallystick.eventstore.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Rows of one customer and one day of UTC in one chunk, packed until somebody asks for them. That
/// is possible as long as the read lasts that brought it.
public final class UsageSlice {

    static final String COLUMNS =
            """
            entry.position, slice.chunk, slice.slice, slice.tenant_id, slice.customer_id, slice.last_at,
            slice.row_count, slice.encoding, slice.rows
            """;

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

    private UsageSlice(ResultSet row, SliceUnpacker unpacker) throws SQLException {
        position = row.getLong(1);
        chunk = row.getLong(2);
        number = row.getInt(3);
        tenantId = row.getObject(4, UUID.class);
        customerId = row.getObject(5, UUID.class);
        lastAt = row.getTimestamp(6).toInstant();
        rowCount = row.getInt(7);
        encoding = row.getShort(8);
        rows = row.getBytes(9);
        this.unpacker = unpacker;
    }

    static UsageSlice read(ResultSet row, SliceUnpacker unpacker) throws SQLException {
        return new UsageSlice(row, unpacker);
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
