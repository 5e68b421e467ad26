package io.tallystick.query.access;

import io.tallystick.edge.wall.ShownPayouts.Payout;
import java.time.Instant;
import java.util.UUID;

/// Where somebody is paid.
///
/// @param memberId the member's id
/// @param name what people call it
/// @param email of the account that takes the money
/// @param confirmedAt since when; whoever pays may wait for a while after a change
record PayoutItem(UUID memberId, String name, String email, Instant confirmedAt) {

    static PayoutItem of(Payout payout) {
        return new PayoutItem(
                payout.memberId(), payout.name(), payout.email(), payout.confirmedAt());
    }
}
