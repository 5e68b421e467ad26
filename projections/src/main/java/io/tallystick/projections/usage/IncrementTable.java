package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.USAGE_INCREMENT_ALL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.tallystick.events.settings.SettingsEvent.UsageChanged;
import io.tallystick.eventstore.usage.Shard;
import io.tallystick.rating.BillingIncrement;
import io.tallystick.rating.IncrementHistory;
import io.tallystick.rating.IncrementHistory.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.Segment;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The increments that customers were given, of one generation. What is set for the customers of a
/// shard is written by one segment only and in the order of the log, so that its highest position
/// says whether a node still knows all of it, also after the segment was elsewhere or a batch was
/// rolled back.
final class IncrementTable {

    private final int generation;
    private final DSLContext sql;

    /// By segment.
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    private record Known(long position, Map<UUID, IncrementHistory> byCustomer) {}

    IncrementTable(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    void insert(UsageChanged event, long position, Instant at) {
        sql.insertInto(USAGE_INCREMENT_ALL)
                .set(USAGE_INCREMENT_ALL.GENERATION, generation)
                .set(USAGE_INCREMENT_ALL.TENANT_ID, event.partnerId())
                .set(USAGE_INCREMENT_ALL.CUSTOMER_ID, event.customerId())
                .set(USAGE_INCREMENT_ALL.POSITION, position)
                .set(USAGE_INCREMENT_ALL.SET_AT, at)
                .set(USAGE_INCREMENT_ALL.INITIAL_SECONDS, event.after().voiceInitialSeconds())
                .set(USAGE_INCREMENT_ALL.STEP_SECONDS, event.after().voiceStepSeconds())
                .set(USAGE_INCREMENT_ALL.SHARD, (short) Shard.of(event.customerId()))
                .execute();
    }

    /// Of the customers in a share who were ever given one.
    Map<UUID, IncrementHistory> of(Segment share) {
        Condition ofShare = ofShare(share);
        long newest =
                sql.select(coalesce(max(USAGE_INCREMENT_ALL.POSITION), inline(0L)))
                        .from(USAGE_INCREMENT_ALL)
                        .where(ofShare)
                        .fetchSingle()
                        .value1();
        Known there = known.get(share.getSegmentId());
        if (there == null || there.position() != newest) {
            there = new Known(newest, newest == 0 ? Map.of() : read(ofShare));
            known.put(share.getSegmentId(), there);
        }
        return there.byCustomer();
    }

    private Condition ofShare(Segment share) {
        List<Short> shards =
                IntStream.range(0, Shard.COUNT)
                        .filter(share::matches)
                        .mapToObj(shard -> (short) shard)
                        .toList();
        return USAGE_INCREMENT_ALL
                .GENERATION
                .eq(generation)
                .and(USAGE_INCREMENT_ALL.SHARD.in(shards));
    }

    private Map<UUID, IncrementHistory> read(Condition ofShare) {
        Map<UUID, IncrementHistory> histories = new HashMap<>();
        sql.selectFrom(USAGE_INCREMENT_ALL)
                .where(ofShare)
                .orderBy(USAGE_INCREMENT_ALL.POSITION)
                .fetchGroups(
                        USAGE_INCREMENT_ALL.CUSTOMER_ID,
                        row ->
                                new Change(
                                        row.getPosition(),
                                        row.getSetAt(),
                                        new BillingIncrement(
                                                row.getInitialSeconds(), row.getStepSeconds())))
                .forEach((customer, changes) ->
                        histories.put(customer, new IncrementHistory(changes)));
        return histories;
    }
}
