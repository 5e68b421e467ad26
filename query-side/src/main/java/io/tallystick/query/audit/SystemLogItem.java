package io.tallystick.query.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG;

import java.time.Instant;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// An entry in a list.
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
public record SystemLogItem(
        String id,
        long position,
        String type,
        String action,
        Instant occurredAt,
        LogActor actor,
        LogTarget target,
        String outcome,
        String summary,
        long count) {

    /// Who did it.
    ///
    /// @param type `operator`, `partner`, `customer`, `member` or `system`; `client` and `embed`
    ///   for whom a link let in, `stranger` without a known credential, `others` for many at once
    /// @param id of the key or person, of a stranger the address; null where it is none of the
    ///   reader's own
    /// @param label what people call it; null likewise
    public record LogActor(String type, @Nullable String id, @Nullable String label) {}

    /// What it was done to.
    ///
    /// @param type kind of thing
    /// @param id of the thing
    /// @param label what people call it
    public record LogTarget(String type, String id, String label) {}

    static SystemLogItem of(Record row, LogEyes eyes) {
        boolean known = eyes.knowsActor(row);
        return new SystemLogItem(
                id(row),
                row.get(SYSTEM_LOG.POSITION),
                row.get(SYSTEM_LOG.TYPE),
                row.get(SYSTEM_LOG.ACTION),
                row.get(SYSTEM_LOG.OCCURRED_AT),
                new LogActor(
                        row.get(SYSTEM_LOG.ACTOR_TYPE),
                        known ? row.get(SYSTEM_LOG.ACTOR_ID) : null,
                        known ? eyes.text(row, row.get(SYSTEM_LOG.ACTOR_LABEL)) : null),
                new LogTarget(
                        row.get(SYSTEM_LOG.TARGET_TYPE),
                        row.get(SYSTEM_LOG.TARGET_ID),
                        eyes.text(row, row.get(SYSTEM_LOG.TARGET_LABEL))),
                row.get(SYSTEM_LOG.OUTCOME),
                eyes.text(row, row.get(SYSTEM_LOG.SUMMARY)),
                row.get(SYSTEM_LOG.REQUESTS));
    }

    private static String id(Record row) {
        return row.get(SYSTEM_LOG.POSITION) + "-" + row.get(SYSTEM_LOG.ORDINAL);
    }
}
