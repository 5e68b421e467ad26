package io.tallystick.query.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG;

import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
import io.tallystick.readmodel.tables.SystemLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was done, newest first. A page costs the same wherever it is and however long the log: it
/// walks along one index, and at most [#WALKED_MAX] entries of it.
@Component
public final class LogBook {

    /// The projection that these answers come from.
    public static final String PROJECTION = "system-log";

    /// Entries that a page looks at to find those that several conditions select, or a text. Where
    /// it finds fewer than there is room for, the next page looks on from there.
    static final int WALKED_MAX = 5_000;

    private static final SystemLog WALKED = SYSTEM_LOG.as("walked");

    private static final List<SortField<?>> NEWEST_FIRST =
            List.of(
                    SYSTEM_LOG.OCCURRED_AT.desc(),
                    SYSTEM_LOG.POSITION.desc(),
                    SYSTEM_LOG.ORDINAL.desc());

    private final ConsistentRead reads;

    LogBook(ConsistentRead reads) {
        this.reads = reads;
    }

    /// A page. Where it is not full and there is a next one, the end of the log was not reached.
    ///
    /// @param cursor of the page before, null for the first
    /// @throws io.tallystick.edge.problem.ApiProblem 400 for a cursor that is not ours
    public Page<SystemLogItem> page(
            LogFilter filter, LogEyes eyes, @Nullable String cursor, int limit, Instant now) {
        return page(filter, eyes, cursor, limit, now, SystemLogItem::of);
    }

    /// A page of whole entries.
    Page<SystemLogEntry> entries(
            LogFilter filter, LogEyes eyes, @Nullable String cursor, int limit, Instant now) {
        return page(filter, eyes, cursor, limit, now, SystemLogEntry::of);
    }

    private <T> Page<T> page(
            LogFilter filter,
            LogEyes eyes,
            @Nullable String cursor,
            int limit,
            Instant now,
            BiFunction<Record, LogEyes, T> shown) {
        LogCursor after = LogCursor.parse(cursor, filter);
        var conditions = LogConditions.of(filter, eyes, after, WALKED);
        return reads.read(
                filter.sight(),
                PROJECTION,
                (sql, position) -> {
                    List<Record> found = new ArrayList<>(found(sql, conditions, limit + 1));
                    if (after == null) {
                        found.addAll(0, IngestRequests.of(sql, filter, eyes));
                    }
                    LogCursor next =
                            found.size() > limit
                                    ? cursor(found.get(limit - 1))
                                    : conditions.isSimple() ? null : walkedTo(sql, conditions);
                    List<T> items =
                            found.stream()
                                    .limit(limit)
                                    .filter(row -> isSeen(row, filter, eyes))
                                    .map(row -> shown.apply(row, eyes))
                                    .toList();
                    String nextCursor = next == null ? null : next.write(filter);
                    return new Page<>(items, nextCursor, now, position);
                });
    }

    private static List<? extends Record> found(
            DSLContext sql, LogConditions conditions, int limit) {
        if (conditions.isSimple()) {
            return walk(sql, conditions).limit(limit).fetch();
        }
        // The limit inside is a fence: nothing is asked of the entries behind it.
        return sql.select(WALKED.fields())
                .from(walk(sql, conditions).limit(WALKED_MAX).asTable(WALKED))
                .where(DSL.and(conditions.asked()))
                .orderBy(WALKED.OCCURRED_AT.desc(), WALKED.POSITION.desc(), WALKED.ORDINAL.desc())
                .limit(limit)
                .fetch();
    }

    private static SelectLimitStep<? extends Record> walk(
            DSLContext sql, LogConditions conditions) {
        return sql.selectFrom(SYSTEM_LOG).where(DSL.and(conditions.walked())).orderBy(NEWEST_FIRST);
    }

    /// @return null at the end of the log
    private static @Nullable LogCursor walkedTo(DSLContext sql, LogConditions conditions) {
        Record last =
                sql.select(SYSTEM_LOG.OCCURRED_AT, SYSTEM_LOG.POSITION, SYSTEM_LOG.ORDINAL)
                        .from(SYSTEM_LOG)
                        .where(DSL.and(conditions.walked()))
                        .orderBy(NEWEST_FIRST)
                        .offset(WALKED_MAX - 1)
                        .limit(1)
                        .fetchOne();
        return last == null ? null : cursor(last);
    }

    private static LogCursor cursor(Record row) {
        return new LogCursor(
                row.get(SYSTEM_LOG.OCCURRED_AT),
                row.get(SYSTEM_LOG.POSITION),
                row.get(SYSTEM_LOG.ORDINAL));
    }

    /// Of a number that somebody sees masked no part is found by its digits.
    private static boolean isSeen(Record row, LogFilter filter, LogEyes eyes) {
        String text = filter.text();
        if (text == null || eyes.isOwn(row)) {
            return true;
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        SystemLogItem item = SystemLogItem.of(row, eyes);
        return List.of(item.summary(), item.action(), item.target().label()).stream()
                .anyMatch(shown -> shown.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// @param id as in a list
    public Optional<SystemLogEntry> find(LogFilter filter, LogEyes eyes, String id) {
        return LogEntryId.parse(id)
                .flatMap(entry ->
                        reads.read(
                                filter.sight(),
                                PROJECTION,
                                (sql, position) ->
                                        sql.selectFrom(SYSTEM_LOG)
                                                .where(all(filter, eyes))
                                                .and(SYSTEM_LOG.POSITION.eq(entry.position()))
                                                .and(SYSTEM_LOG.ORDINAL.eq(entry.ordinal()))
                                                .fetchOptional()
                                                .or(() -> IngestRequests.at(sql, entry))
                                                .map(row -> SystemLogEntry.of(row, eyes))));
    }

    /// How many entries there are, counted as far as the limit.
    int count(LogFilter filter, LogEyes eyes, int limit) {
        return reads.read(
                filter.sight(),
                PROJECTION,
                (sql, position) ->
                        sql.fetchCount(
                                sql.selectOne()
                                        .from(SYSTEM_LOG)
                                        .where(all(filter, eyes))
                                        .limit(limit)));
    }

    private static Condition all(LogFilter filter, LogEyes eyes) {
        return LogConditions.of(filter, eyes, null, SYSTEM_LOG).all();
    }
}
