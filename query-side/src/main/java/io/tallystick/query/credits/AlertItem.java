package io.tallystick.query.credits;

import io.tallystick.edge.wall.ShownCredits.Crossing;
import java.time.Instant;

/// A threshold that the balance fell to or below.
///
/// @param position of the fact that says so
/// @param kind `low`, or `exhausted` where nothing was left
/// @param threshold that was crossed
/// @param balance what was left
/// @param at when
record AlertItem(long position, String kind, String threshold, String balance, Instant at) {

    static AlertItem of(Crossing crossing) {
        return new AlertItem(
                crossing.position(),
                crossing.exhausted() ? "exhausted" : "low",
                CreditText.of(crossing.threshold()),
                CreditText.of(crossing.balance()),
                crossing.at());
    }
}
