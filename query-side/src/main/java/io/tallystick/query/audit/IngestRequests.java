package io.tallystick.query.audit;

import static io.tallystick.readmodel.Tables.API_KEY;

import io.tallystick.edge.IngestRequest;
import io.tallystick.edge.RequestId;
import io.tallystick.events.audit.LogType;
import io.tallystick.readmodel.tables.records.SystemLogRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests that brought usage, as entries of the system log. They are no rows of it: each is a
/// line beside its events, in the log itself, and a projection of them would cost as much as they
/// do. An id has its time in it, so that few chunks are looked into.
final class IngestRequests {

    private static final String TARGET = "POST " + IngestRequest.PATH;

    /// Clocks of nodes and of the database may differ so much.
    private static final Duration BEFORE = Duration.ofMinutes(1);

    /// A request waits no longer for its commit.
    private static final Duration AFTER = Duration.ofMinutes(2);

    private static final String FIND =
            "select * from event_log.request_of_usage({0}, {1}, {2}, {3})";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private IngestRequests() {}

    /// The one that the filter names, where the rest of the filter is true of it as well.
    static List<SystemLogRecord> of(DSLContext sql, LogFilter filter, LogEyes eyes) {
        return Optional.ofNullable(filter.requestId()).flatMap(RequestId::time).stream()
                .flatMap(
                        at -> find(sql, filter.requestId(), at.minus(BEFORE), at.plus(AFTER), null))
                .filter(entry -> isAsked(entry, filter, eyes))
                .toList();
    }

    /// The one of a chunk with this number.
    static Optional<SystemLogRecord> at(DSLContext sql, LogEntryId id) {
        return find(sql, null, null, null, id.position())
                .filter(entry -> entry.getOrdinal() == id.ordinal())
                .findFirst();
    }

    private static boolean isAsked(SystemLogRecord entry, LogFilter filter, LogEyes eyes) {
        Instant at = entry.getOccurredAt();
        return isOrNull(filter.type(), entry.getType())
                && isOrNull(filter.target(), entry.getTargetId())
                && isOrNull(filter.actor(), entry.getActorId())
                && (filter.actor() == null || eyes.knowsActor(entry))
                && (filter.from() == null || !at.isBefore(filter.from()))
                && (filter.to() == null || at.isBefore(filter.to()))
                && filter.text() == null;
    }

    private static boolean isOrNull(@Nullable String asked, String is) {
        return asked == null || asked.equals(is);
    }

    private static Stream<SystemLogRecord> find(
            DSLContext sql,
            @Nullable String requestId,
            @Nullable Instant after,
            @Nullable Instant before,
            @Nullable Long position) {
        Result<Record> found =
                sql.fetch(
                        FIND,
                        DSL.val(requestId, String.class),
                        DSL.val(after, Instant.class),
                        DSL.val(before, Instant.class),
                        DSL.val(position, Long.class));
        return found.stream().map(row -> entry(sql, row));
    }

    private static SystemLogRecord entry(DSLContext sql, Record row) {
        JsonNode line = JSON.readTree(row.get("line", JSONB.class).data());
        SystemLogRecord entry = new SystemLogRecord();
        entry.setPosition(row.get("position", Long.class));
        entry.setOrdinal(row.get("ordinal", Integer.class));
        entry.setOccurredAt(row.get("committed_at", OffsetDateTime.class).toInstant());
        entry.setType(LogType.API_CALL.lower());
        entry.setAction("usage.Reported");
        entry.setOutcome("succeeded");
        entry.setSummary(sentence(line.path("events").asInt()));
        entry.setTargetType("route");
        entry.setTargetId(TARGET);
        entry.setTargetLabel(TARGET);
        entry.setRequests(1L);
        from(sql, line, entry);
        return entry;
    }

    private static void from(DSLContext sql, JsonNode line, SystemLogRecord entry) {
        String actorId = line.path("actorId").asString();
        entry.setTenantId(UUID.fromString(line.path("tenantId").asString()));
        entry.setCustomerId(id(line.path("customerId")));
        entry.setActorCustomerId(entry.getCustomerId());
        entry.setActorType(line.path("actorType").asString());
        entry.setActorId(actorId);
        entry.setActorLabel(label(sql, actorId));
        entry.setKeyId(actorId);
        entry.setRequestId(line.path("requestId").asString());
        entry.setIp(line.path("ip").isString() ? line.path("ip").asString() : null);
    }

    private static @Nullable UUID id(JsonNode json) {
        return json.isString() ? UUID.fromString(json.asString()) : null;
    }

    /// What the key is called, where it is one that the reader may see.
    private static String label(DSLContext sql, String keyId) {
        String name =
                sql.select(API_KEY.NAME)
                        .from(API_KEY)
                        .where(API_KEY.KEY_ID.eq(UUID.fromString(keyId)))
                        .fetchOne(API_KEY.NAME);
        return name == null ? keyId : name;
    }

    private static String sentence(int events) {
        return events == 1 ? "Reported one event." : "Reported %d events.".formatted(events);
    }
}
