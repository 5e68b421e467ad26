package io.tallystick.command.credits;

import io.tallystick.command.credits.CreditRows.Hold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hold as a command left it.
///
/// @param id made by the server
/// @param callId of the call that it is for
/// @param amount how many credits are or were held
/// @param captured how many of them were captured; null where none were
/// @param state `active`, `captured`, `released` or `expired`
/// @param expiresAt when it ends by itself
record SavedHold(
        UUID id,
        String callId,
        String amount,
        @Nullable String captured,
        String state,
        Instant expiresAt) {

    static SavedHold of(Hold hold) {
        BigDecimal captured = hold.captured();
        return new SavedHold(
                hold.holdId(),
                hold.callId(),
                hold.amount().toPlainString(),
                captured == null ? null : captured.toPlainString(),
                hold.state(),
                hold.expiresAt());
    }
}
