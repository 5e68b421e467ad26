package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.BLOCKED_CALL_ALL;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.tallystick.projections.Columns;
import io.tallystick.projections.usage.BlockedCallsProjector.Call;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.types.DayToSecond;

/// Blocked calls in the rows of one generation. What is left does not depend on the order in which
/// calls arrive, nor on how they are put into batches: of each caller it is the last days before
/// the newest call.
final class BlockedCallRows {

    static final Comparator<Call> ORDER =
            Comparator.comparing(Call::tenantId)
                    .thenComparing(Call::customerId)
                    .thenComparing(Call::caller)
                    .thenComparing(Call::at);

    /// A day more than anybody asks for: clocks differ.
    private static final DayToSecond KEPT = new DayToSecond(31);

    private final int generation;
    private final DSLContext sql;

    BlockedCallRows(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    /// @param calls in their order, with how many there are of each
    void add(Map<Call, Long> calls) {
        if (calls.isEmpty()) {
            return;
        }
        upsert(List.copyOf(calls.entrySet()));
        List<Query> outdated =
                calls.keySet().stream().map(Caller::of).distinct().map(this::outdated).toList();
        sql.batch(outdated).execute();
    }

    private record Caller(UUID tenantId, UUID customerId, String caller) {

        static Caller of(Call call) {
            return new Caller(call.tenantId(), call.customerId(), call.caller());
        }
    }

    private void upsert(List<Map.Entry<Call, Long>> calls) {
        Columns<Map.Entry<Call, Long>> columns =
                new Columns<>(calls)
                        .add(BLOCKED_CALL_ALL.GENERATION, call -> generation)
                        .add(BLOCKED_CALL_ALL.TENANT_ID, call -> call.getKey().tenantId())
                        .add(BLOCKED_CALL_ALL.CUSTOMER_ID, call -> call.getKey().customerId())
                        .add(BLOCKED_CALL_ALL.CALLER, call -> call.getKey().caller())
                        .add(BLOCKED_CALL_ALL.OCCURRED_AT, call -> call.getKey().at())
                        .add(BLOCKED_CALL_ALL.CALLS, Map.Entry::getValue);
        sql.insertInto(BLOCKED_CALL_ALL, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .onConflict(
                        BLOCKED_CALL_ALL.GENERATION,
                        BLOCKED_CALL_ALL.TENANT_ID,
                        BLOCKED_CALL_ALL.CUSTOMER_ID,
                        BLOCKED_CALL_ALL.CALLER,
                        BLOCKED_CALL_ALL.OCCURRED_AT)
                .doUpdate()
                .set(
                        BLOCKED_CALL_ALL.CALLS,
                        BLOCKED_CALL_ALL.CALLS.plus(excluded(BLOCKED_CALL_ALL.CALLS)))
                .execute();
    }

    private Query outdated(Caller caller) {
        var newest =
                field(
                        select(max(BLOCKED_CALL_ALL.OCCURRED_AT))
                                .from(BLOCKED_CALL_ALL)
                                .where(isOf(caller)));
        return sql.deleteFrom(BLOCKED_CALL_ALL)
                .where(isOf(caller))
                .and(BLOCKED_CALL_ALL.OCCURRED_AT.lt(newest.minus(KEPT)));
    }

    private Condition isOf(Caller caller) {
        return BLOCKED_CALL_ALL
                .GENERATION
                .eq(generation)
                .and(BLOCKED_CALL_ALL.TENANT_ID.eq(caller.tenantId()))
                .and(BLOCKED_CALL_ALL.CUSTOMER_ID.eq(caller.customerId()))
                .and(BLOCKED_CALL_ALL.CALLER.eq(caller.caller()));
    }
}
