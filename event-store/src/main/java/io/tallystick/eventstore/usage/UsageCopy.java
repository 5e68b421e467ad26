package io.tallystick.eventstore.usage;

import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// One binary COPY of the rows of a chunk.
final class UsageCopy {

    private static final int BUFFER_BYTES = 1 << 16;

    private UsageCopy() {}

    /// Rows go in sorted by key, so that two nodes with common keys wait for each other instead of
    /// deadlocking. Their ordinals stay the order of arrival.
    static void copy(Connection connection, UUID chunkId, Collection<EncodedRow> rows)
            throws SQLException {
        List<Numbered> sorted = numbered(rows);
        sorted.sort(Comparator.comparing(numbered -> numbered.row().key()));
        var copy =
                new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), EncodedRow.COPY, BUFFER_BYTES);
        try (var out = new DataOutputStream(copy)) {
            EncodedRow.writeHeader(out);
            for (Numbered numbered : sorted) {
                numbered.row().writeTo(out, chunkId, numbered.ordinal());
            }
            EncodedRow.writeTrailer(out);
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException sql
                    ? sql
                    : new SQLException("COPY was cut", "08006", e);
        }
    }

    private static List<Numbered> numbered(Collection<EncodedRow> rows) {
        List<Numbered> numbered = new ArrayList<>(rows.size());
        rows.forEach(row -> numbered.add(new Numbered(numbered.size(), row)));
        return numbered;
    }

    private record Numbered(int ordinal, EncodedRow row) {}
}
