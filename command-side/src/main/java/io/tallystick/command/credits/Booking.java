package io.tallystick.command.credits;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `credit_transaction`. The amounts of a customer add up to what is settled, the overages
/// to its overage, and the draws of a lot to what remains of it.
///
/// @param position of the entry that caused it
/// @param ordinal among those of the same entry
/// @param amount by how much the settled balance changed
/// @param overage by how much the overage changed
/// @param quantity billed, in the unit that people see
/// @param price in credits for one such unit
/// @param reference what it is about: a lot, a deduction, a call
/// @param draws by how much each lot changed
record Booking(
        UUID tenantId,
        UUID customerId,
        long position,
        int ordinal,
        String kind,
        Instant recordedAt,
        BigDecimal amount,
        BigDecimal overage,
        BigDecimal settledAfter,
        BigDecimal overageAfter,
        @Nullable String meter,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable String reference,
        @Nullable String note,
        Map<UUID, BigDecimal> draws) {

    /// What a booking is for.
    ///
    /// @param kind `grant`, `overage_paid`, `usage`, `capture`, `deduction` or `expiry`
    record Reason(
            String kind,
            @Nullable String meter,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable String reference,
            @Nullable String note) {

        static Reason of(String kind, String reference, @Nullable String note) {
            return new Reason(kind, null, null, null, reference, note);
        }

        static Reason of(UsageLine line, @Nullable String callId) {
            return new Reason(
                    "usage", line.meter().slug(), line.shown(), line.price(), callId, null);
        }
    }
}
