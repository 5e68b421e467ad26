package io.tallystick.query.credits;

import io.tallystick.edge.wall.ShownCredits.Hold;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Credits that are or were held for a call.
///
/// @param id made by the server
/// @param callId of the call
/// @param amount how many are or were held
/// @param captured how many of them were captured; null where none were
/// @param state `active`, `captured`, `released` or `expired`
/// @param createdAt when they were held first
/// @param expiresAt when the hold ends or ended by itself
record HoldItem(
        UUID id,
        String callId,
        String amount,
        @Nullable String captured,
        String state,
        Instant createdAt,
        Instant expiresAt) {

    static HoldItem of(Hold hold) {
        return new HoldItem(
                hold.holdId(),
                hold.callId(),
                CreditText.of(hold.amount()),
                CreditText.orNull(hold.captured()),
                hold.state(),
                hold.createdAt(),
                hold.expiresAt());
    }
}
