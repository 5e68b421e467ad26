package io.tallystick.projections.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG_ALL;

import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessLine.Trace;
import io.tallystick.readmodel.tables.records.SystemLogAllRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// Entries of the system log that tell access records, in one generation. Nobody keeps what they
/// are about: they change nothing.
final class AccessRows {

    private final int generation;
    private final DSLContext sql;

    AccessRows(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    /// @param lines of one chunk, numbered in their order
    void insert(long position, List<AccessLine> lines) {
        List<SystemLogAllRecord> rows = new ArrayList<>(lines.size());
        for (AccessLine line : lines) {
            rows.add(row(position, rows.size(), line));
        }
        sql.batchInsert(rows).execute();
    }

    private SystemLogAllRecord row(long position, int ordinal, AccessLine line) {
        SystemLogAllRecord row = sql.newRecord(SYSTEM_LOG_ALL);
        row.setGeneration(generation);
        row.setPosition(position);
        row.setOrdinal(ordinal);
        row.setType(AccessSentences.type(line.outcome()).lower());
        row.setAction(AccessSentences.action(line.outcome()));
        row.setOutcome(AccessSentences.outcome(line.outcome()));
        row.setSummary(AccessSentences.of(line));
        row.setOccurredAt(line.count().lastAt());
        row.setFirstAt(line.count().firstAt());
        row.setRequests(line.count().requests());
        by(line.actor(), row);
        about(line.target(), row);
        from(line.trace(), row);
        return row;
    }

    private static void by(Actor actor, SystemLogAllRecord row) {
        row.setTenantId(actor.tenantId());
        row.setCustomerId(actor.customerId());
        row.setActorType(actor.type());
        row.setActorId(actor.id());
        row.setActorLabel(actor.label());
        row.setActorCustomerId(actor.customerId());
        row.setKeyId(actor.keyId());
    }

    private static void about(Target target, SystemLogAllRecord row) {
        row.setTargetType(target.type());
        row.setTargetId(target.id());
        row.setTargetLabel(AccessSentences.called(target));
    }

    private static void from(Trace trace, SystemLogAllRecord row) {
        row.setRequestId(trace.requestIds().isEmpty() ? null : trace.requestIds().getLast());
        row.setRequestIds(trace.requestIds().toArray(String[]::new));
        row.setIp(trace.ip());
        row.setUserAgent(trace.userAgent());
    }
}
