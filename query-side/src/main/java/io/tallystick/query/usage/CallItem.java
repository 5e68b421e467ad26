package io.tallystick.query.usage;

import io.tallystick.eventstore.usage.StoredUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A call as it was reported, for people. What was not told is null.
///
/// @param time when it ended
/// @param direction `in` or `out`, seen from the customer
/// @param from as it was sent, masked for those who may not see numbers
/// @param to likewise
/// @param seconds how long it was, as measured
/// @param caller who called the customer, as E.164 writes it; null where it shows no number, for a
///   call that went out, and for those who may not see numbers
/// @param blocked whether that caller is let through no more
public record CallItem(
        Instant time,
        @Nullable String direction,
        @Nullable String from,
        @Nullable String to,
        @Nullable String agent,
        @Nullable String outcome,
        @Nullable BigDecimal seconds,
        @Nullable String caller,
        boolean blocked) {

    static CallItem of(Call call, CallsQuery.Look look, Set<String> blocked) {
        String caller = look.numbers().masked() ? null : call.caller();
        return new CallItem(
                call.row().occurredAt(),
                call.told(Call.DIRECTION),
                look.numbers().shownOrNull(call.told(Call.FROM)),
                look.numbers().shownOrNull(call.told(Call.TO)),
                call.told(Call.AGENT),
                call.told(Call.OUTCOME),
                call.row().measure(),
                caller,
                caller != null && blocked.contains(caller));
    }

    /// A row of the log, and what its data says.
    record Call(StoredUsage row, List<@Nullable String> values, @Nullable String caller) {

        static final List<String> PROPERTIES =
                List.of("direction", "from", "to", "agent", "outcome");

        static final int DIRECTION = 0;
        static final int FROM = 1;
        static final int TO = 2;
        static final int AGENT = 3;
        static final int OUTCOME = 4;

        @Nullable String told(int property) {
            return values.get(property);
        }
    }
}
