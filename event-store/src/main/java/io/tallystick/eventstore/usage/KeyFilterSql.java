package io.tallystick.eventstore.usage;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Filters of closed windows, as one node made them and all others find them.
final class KeyFilterSql {

    private static final String LOAD =
            "select bits, checksum from event_log.key_filter where key_window = ?";

    /// Each row of a chunk of usage has a key, and the chunks of a closed window lie between two
    /// openings.
    private static final String COUNT =
            """
            select coalesce(sum(row_count), 0) from event_log.entry
            where kind = 'usage_chunk'
            and position > (select opened_after from event_log.key_window where number = ?)
            and position <= (select opened_after from event_log.key_window where number = ?)
            """;

    private static final String FORGET = "delete from event_log.key_filter where key_window = ?";
    private static final String STORE =
            """
            insert into event_log.key_filter (key_window, keys, bits, checksum) values (?, ?, ?, ?)
            on conflict do nothing
            """;

    /// A row of the binary format: number of fields, length of the field, sixteen bytes.
    private static final int KEY_OFFSET = Short.BYTES + Integer.BYTES;

    private static final int ROW_BYTES = KEY_OFFSET + 2 * Long.BYTES;

    private KeyFilterSql() {}

    /// The window has to be closed.
    static KeyFilter loadOrMake(Connection connection, int window, WindowKeys grown)
            throws SQLException {
        KeyFilter stored = load(connection, window);
        return stored == null ? make(connection, window, grown) : stored;
    }

    /// A filter that says no where it should say perhaps would let an event be counted twice, so
    /// one whose bits have changed is not believed.
    private static @Nullable KeyFilter load(Connection connection, int window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
            statement.setInt(1, window);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                byte[] bits = row.getBytes(1);
                if (MessageDigest.isEqual(row.getBytes(2), checksum(bits))) {
                    return KeyFilter.ofBytes(bits);
                }
                forget(connection, window);
                return null;
            }
        }
    }

    private static void forget(Connection connection, int window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setInt(1, window);
            statement.execute();
        }
    }

    private static KeyFilter make(Connection connection, int window, WindowKeys grown)
            throws SQLException {
        long keys = count(connection, window);
        KeyFilter filter = grown.take(window, keys);
        if (filter == null) {
            filter = read(connection, window, keys);
        }
        store(connection, window, keys, filter);
        return filter;
    }

    private static KeyFilter read(Connection connection, int window, long keys)
            throws SQLException {
        KeyFilter filter = KeyFilter.empty(keys);
        long added = addAll(connection, window, filter);
        if (added != keys) {
            throw new SQLException("window " + window + " changed while it was read");
        }
        return filter;
    }

    private static void store(Connection connection, int window, long keys, KeyFilter filter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            byte[] bits = filter.bits();
            statement.setInt(1, window);
            statement.setLong(2, keys);
            statement.setBytes(3, bits);
            statement.setBytes(4, checksum(bits));
            statement.execute();
        }
    }

    private static long count(Connection connection, int window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, window);
            statement.setInt(2, window + 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long addAll(Connection connection, int window, KeyFilter filter)
            throws SQLException {
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select key from event_log.usage_key where key_window = "
                                        + window
                                        + ") to stdout with (format binary)");
        long added = 0;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            // The header comes with the first row, so a row is what the message ends with.
            if (message.length >= ROW_BYTES) {
                var row = ByteBuffer.wrap(message, message.length - ROW_BYTES, ROW_BYTES);
                filter.add(
                        new Hash128(
                                row.getLong(KEY_OFFSET + row.position()),
                                row.getLong(KEY_OFFSET + row.position() + Long.BYTES)));
                added++;
            }
        }
        return added;
    }

    private static byte[] checksum(byte[] bits) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
