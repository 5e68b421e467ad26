package io.tallystick.eventstore.usage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/// A row in PostgreSQL's binary COPY format, but for chunk and ordinal, which the appender knows.
/// Request threads encode, so that the one appender of a node only moves bytes.
record EncodedRow(Hash128 key, Hash128 contentHash, byte[] fields) {

    static final String COPY =
            """
            copy event_log.usage (chunk_id, ordinal, tenant_id, customer_id, type, id, source, occurred_at, measure, data, encoding,
                                  idempotency_key, content_hash)
            from stdin with (format binary)
            """;

    private static final int COLUMNS = 13;
    private static final short PLAIN = 0;
    private static final int NULL_LENGTH = -1;
    private static final long POSTGRES_EPOCH_SECONDS = 946_684_800L;
    private static final int TYPICAL_ROW_BYTES = 320;

    static EncodedRow of(UsageRow row) {
        var bytes = new ByteArrayOutputStream(TYPICAL_ROW_BYTES);
        Hash128 key = row.idempotencyKey();
        try (var out = new DataOutputStream(bytes)) {
            writeUuid(out, row.tenantId());
            writeUuid(out, row.customerId());
            write(out, row.type().getBytes(StandardCharsets.UTF_8));
            write(out, row.id().getBytes(StandardCharsets.UTF_8));
            write(out, row.source().getBytes(StandardCharsets.UTF_8));
            out.writeInt(Long.BYTES);
            out.writeLong(postgresMicros(row.occurredAt()));
            write(out, numeric(row.measure()));
            write(out, row.data());
            out.writeInt(Short.BYTES);
            out.writeShort(PLAIN);
            write(out, key.bytes());
            write(out, row.contentHash().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory does not fail", e);
        }
        return new EncodedRow(key, row.contentHash(), bytes.toByteArray());
    }

    void writeTo(DataOutputStream out, UUID chunkId, int ordinal) throws IOException {
        out.writeShort(COLUMNS);
        writeUuid(out, chunkId);
        out.writeInt(Integer.BYTES);
        out.writeInt(ordinal);
        out.write(fields);
    }

    static void writeHeader(DataOutputStream out) throws IOException {
        out.write(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0});
        out.writeInt(0);
        out.writeInt(0);
    }

    static void writeTrailer(DataOutputStream out) throws IOException {
        out.writeShort(-1);
    }

    private static void writeUuid(DataOutputStream out, UUID uuid) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, byte @Nullable [] value) throws IOException {
        if (value == null) {
            out.writeInt(NULL_LENGTH);
            return;
        }
        out.writeInt(value.length);
        out.write(value);
    }

    private static byte @Nullable [] numeric(@Nullable BigDecimal value) {
        return value == null ? null : ByteConverter.numeric(value);
    }

    private static long postgresMicros(Instant instant) {
        return (instant.getEpochSecond() - POSTGRES_EPOCH_SECONDS) * 1_000_000
                + instant.getNano() / 1_000;
    }
}
