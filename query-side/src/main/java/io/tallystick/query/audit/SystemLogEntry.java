package io.tallystick.query.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An entry with all that is known of it.
///
/// @param id names the entry
/// @param position where in the log its fact or access record is
/// @param type `login`, `data_change`, `api_call`, `integration` or `export`
/// @param action the stored name of the fact, or what became of the requests: `access.Denied`
/// @param occurredAt when; of several requests the last
/// @param actor who
/// @param target to whom or what
/// @param outcome `succeeded`, `denied` or `failed`
/// @param summary a sentence for people
/// @param count how many requests the entry stands for; 1 for a fact
/// @param firstAt when the first of them came; null for a fact
/// @param before the values that changed, by name, as they were; null when there was nothing
/// @param after the values that changed, by name, as they are; null when there is nothing any more
/// @param keyId of the API key that the request came with; null for the pages, and where the actor
///   is none of the reader's own
/// @param requestId of the request, as problems and the server's log have it, of several the last;
///   null likewise
/// @param requestIds of the last few requests, the latest last; empty for a fact, and likewise
/// @param ip where the request came from; null likewise
/// @param userAgent what sent the request, as it says itself; null likewise
public record SystemLogEntry(
        String id,
        long position,
        String type,
        String action,
        Instant occurredAt,
        SystemLogItem.LogActor actor,
        SystemLogItem.LogTarget target,
        String outcome,
        String summary,
        long count,
        @Nullable Instant firstAt,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after,
        @Nullable String keyId,
        @Nullable String requestId,
        List<String> requestIds,
        @Nullable String ip,
        @Nullable String userAgent) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SystemLogEntry of(Record row, LogEyes eyes) {
        SystemLogItem item = SystemLogItem.of(row, eyes);
        boolean known = eyes.knowsActor(row);
        return new SystemLogEntry(
                item.id(),
                item.position(),
                item.type(),
                item.action(),
                item.occurredAt(),
                item.actor(),
                item.target(),
                item.outcome(),
                item.summary(),
                item.count(),
                row.get(SYSTEM_LOG.FIRST_AT),
                values(row, SYSTEM_LOG.BEFORE, eyes),
                values(row, SYSTEM_LOG.AFTER, eyes),
                known ? row.get(SYSTEM_LOG.KEY_ID) : null,
                known ? row.get(SYSTEM_LOG.REQUEST_ID) : null,
                known ? requestIds(row) : List.of(),
                known ? row.get(SYSTEM_LOG.IP) : null,
                known ? row.get(SYSTEM_LOG.USER_AGENT) : null);
    }

    private static List<String> requestIds(Record row) {
        String[] ids = row.get(SYSTEM_LOG.REQUEST_IDS);
        return ids == null ? List.of() : List.of(ids);
    }

    /// A value that changed, as a person reads it.
    ///
    /// @param before null for none
    /// @param after null for none
    public record Change(String name, @Nullable String before, @Nullable String after) {}

    /// What changed, in the order of names.
    public List<Change> changes() {
        JsonNode was = tree(before);
        JsonNode is = tree(after);
        SortedSet<String> names = new TreeSet<>(was.propertyNames());
        names.addAll(is.propertyNames());
        return names.stream()
                .map(name -> new Change(name, told(was.get(name)), told(is.get(name))))
                .toList();
    }

    private static JsonNode tree(@Nullable String values) {
        return JSON.readTree(values == null ? "{}" : values);
    }

    private static @Nullable String told(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isString() ? value.asString() : value.toString();
    }

    private static @Nullable String values(Record row, TableField<?, JSONB> column, LogEyes eyes) {
        JSONB values = row.get(column);
        if (values == null) {
            return null;
        }
        return eyes.isOwn(row)
                ? values.data()
                : PhoneNumbers.masked(JSON.readTree(values.data())).toString();
    }
}
