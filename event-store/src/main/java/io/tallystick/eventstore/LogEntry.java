package io.tallystick.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;

/// A row of `event_log.entry` as Axon wants it.
final class LogEntry {

    static final String SELECT =
            """
            select position, kind, id, type, revision, stream_type, stream, sequence, payload,
                   case kind when 'fact' then metadata else '{}' end as metadata, message_at,
                   array_to_json(shard_rows)::text as shard_rows, row_count
            from event_log.entry
            """;

    private LogEntry() {}

    static TrackedEventData<?> tracked(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("position")), domain(row));
    }

    static DomainEventData<byte[]> domain(ResultSet row) throws SQLException {
        return domain(row, payload(row));
    }

    /// A snapshot has the same columns but for the kind.
    static DomainEventData<byte[]> domain(ResultSet row, byte[] payload) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("stream_type"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("id"),
                row.getTimestamp("message_at").toInstant(),
                row.getString("type"),
                row.getString("revision"),
                payload,
                row.getBytes("metadata"));
    }

    /// What a chunk holds is read by who asks for it; its message is a reference made of what the
    /// entry says.
    private static byte[] payload(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "fact" -> row.getBytes("payload");
            case "usage_chunk" ->
                    reference(
                            "{\"position\":%s,\"number\":%s,\"shardRows\":%s}",
                            row.getString("position"),
                            row.getString("id"),
                            row.getString("shard_rows"));
            case "access_chunk" ->
                    reference(
                            "{\"position\":%s,\"lines\":%s}",
                            row.getString("position"), row.getString("row_count"));
            default -> throw new UnknownEventType(row.getString("kind"));
        };
    }

    private static byte[] reference(String json, Object... values) {
        return json.formatted(values).getBytes(StandardCharsets.UTF_8);
    }
}
