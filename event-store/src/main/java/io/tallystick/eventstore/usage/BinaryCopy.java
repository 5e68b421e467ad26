package io.tallystick.eventstore.usage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// One `copy … from stdin with (format binary)`. Fields are written in the order of the columns.
/// Closed before its end it leaves nothing behind.
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
    };
    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L;
    private static final int FLUSH_BYTES = 256 * 1024;

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH_BYTES / 4);
    private final DataOutputStream out = new DataOutputStream(buffer);

    BinaryCopy(Connection connection, String table, String columns) throws SQLException {
        copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy "
                                        + table
                                        + " ("
                                        + columns
                                        + ") from stdin with (format binary)");
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    BinaryCopy row(int columns) throws SQLException {
        if (buffer.size() >= FLUSH_BYTES) {
            flush();
        }
        return write(() -> out.writeShort(columns));
    }

    BinaryCopy int2(int value) {
        return write(() -> {
            out.writeInt(Short.BYTES);
            out.writeShort(value);
        });
    }

    BinaryCopy int4(int value) {
        return write(() -> {
            out.writeInt(Integer.BYTES);
            out.writeInt(value);
        });
    }

    BinaryCopy int8(long value) {
        return write(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        });
    }

    BinaryCopy uuid(UUID value) {
        return uuid(value.getMostSignificantBits(), value.getLeastSignificantBits());
    }

    BinaryCopy uuid(long high, long low) {
        return write(() -> {
            out.writeInt(2 * Long.BYTES);
            out.writeLong(high);
            out.writeLong(low);
        });
    }

    BinaryCopy instant(Instant value) {
        return int8(Micros.of(value) - POSTGRES_EPOCH_MICROS);
    }

    BinaryCopy bytes(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    void end() throws SQLException {
        write(() -> out.writeShort(-1));
        flush();
        copy.endCopy();
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toByteArray();
        buffer.reset();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private BinaryCopy write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory does not fail", e);
        }
        return this;
    }

    /// After an error of the server there is nothing left to cancel.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
