package io.tallystick.query.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG;
import static org.jooq.impl.DSL.row;

import io.tallystick.edge.RequestId;
import io.tallystick.readmodel.tables.SystemLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The conditions of a filter: those that an index has in front, which is walked along, and the
/// rest, which each entry on the way is asked for. A condition that no index has is never among the
/// first, or a page would walk on until it finds what there may not be.
record LogConditions(List<Condition> walked, List<Condition> asked) {

    /// A request takes less, and access records are of a minute.
    private static final Duration REQUEST_MAX = Duration.ofMinutes(5);

    /// @param entries what the rest is asked of
    static LogConditions of(
            LogFilter filter, LogEyes eyes, @Nullable LogCursor after, SystemLog entries) {
        List<Condition> walked = range(filter, after);
        List<Condition> asked = new ArrayList<>();
        UUID customerId = filter.sight().customerId();
        if (customerId != null) {
            // Along the customer's own index the wall lets everything through.
            walked.add(SYSTEM_LOG.CUSTOMER_ID.eq(customerId));
        }
        // The first of the next three has an index behind the tenant, and one behind the customer.
        boolean free = true;
        if (filter.target() != null) {
            walked.add(SYSTEM_LOG.TARGET_ID.eq(filter.target()));
            free = false;
        }
        if (filter.actor() != null) {
            Condition by = (free ? SYSTEM_LOG : entries).ACTOR_ID.eq(filter.actor());
            (free ? walked : asked).add(by);
            free = false;
            asked.addAll(named(eyes, entries));
        }
        if (filter.type() != null) {
            Condition is = (free ? SYSTEM_LOG : entries).TYPE.eq(filter.type());
            (free ? walked : asked).add(is);
        }
        if (filter.text() != null) {
            asked.add(
                    DSL.or(
                            entries.SUMMARY.containsIgnoreCase(filter.text()),
                            entries.ACTION.containsIgnoreCase(filter.text()),
                            entries.TARGET_LABEL.containsIgnoreCase(filter.text())));
        }
        if (filter.requestId() != null) {
            asked.add(
                    entries.REQUEST_ID
                            .eq(filter.requestId())
                            .or(DSL.val(filter.requestId()).eq(DSL.any(entries.REQUEST_IDS))));
        }
        return new LogConditions(walked, asked);
    }

    private static List<Condition> range(LogFilter filter, @Nullable LogCursor after) {
        List<Condition> range = new ArrayList<>();
        range.add(SYSTEM_LOG.TENANT_ID.eq(filter.sight().tenantId()));
        if (filter.from() != null) {
            range.add(SYSTEM_LOG.OCCURRED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            range.add(SYSTEM_LOG.OCCURRED_AT.lt(filter.to()));
        }
        range.addAll(time(filter.requestId()));
        if (after != null) {
            range.add(
                    row(SYSTEM_LOG.OCCURRED_AT, SYSTEM_LOG.POSITION, SYSTEM_LOG.ORDINAL)
                            .lt(after.at(), after.position(), after.ordinal()));
        }
        return range;
    }

    /// What a request did was done soon after it got its id.
    private static List<Condition> time(@Nullable String requestId) {
        return Optional.ofNullable(requestId).flatMap(RequestId::time).stream()
                .map(at ->
                        SYSTEM_LOG
                                .OCCURRED_AT
                                .ge(at)
                                .and(SYSTEM_LOG.OCCURRED_AT.lt(at.plus(REQUEST_MAX))))
                .toList();
    }

    /// Who is not named to somebody is not found by its id either.
    private static List<Condition> named(LogEyes eyes, SystemLog entries) {
        if (eyes.operator()) {
            return List.of();
        }
        return List.of(
                eyes.customerId() == null
                        ? entries.ACTOR_TYPE.ne("operator")
                        : entries.ACTOR_CUSTOMER_ID.eq(eyes.customerId()));
    }

    /// Whether an index alone finds the entries.
    boolean isSimple() {
        return asked.isEmpty();
    }

    Condition all() {
        return DSL.and(walked).and(DSL.and(asked));
    }
}
