package io.tallystick.command.credits;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `credit_call`: a call for which credits were held, until hold and usage have met.
///
/// @param captured null as long as the hold is active
/// @param overage what none of the lots paid of what was captured
/// @param draws what each lot paid of it, all more than nothing
/// @param used whether the usage came before the capture
record Call(
        UUID tenantId,
        UUID customerId,
        String callId,
        UUID holdId,
        @Nullable BigDecimal captured,
        BigDecimal overage,
        Map<UUID, BigDecimal> draws,
        boolean used) {

    static Call held(WalletId wallet, String callId, UUID holdId) {
        return new Call(
                wallet.tenantId(),
                wallet.customerId(),
                callId,
                holdId,
                null,
                BigDecimal.ZERO,
                Map.of(),
                false);
    }

    Call captured(BigDecimal amount, BigDecimal unpaid, Map<UUID, BigDecimal> paid) {
        return new Call(tenantId, customerId, callId, holdId, amount, unpaid, paid, used);
    }

    Call usedBefore() {
        return new Call(tenantId, customerId, callId, holdId, captured, overage, draws, true);
    }
}
