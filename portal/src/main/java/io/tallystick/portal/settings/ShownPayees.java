package io.tallystick.portal.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.wall.ShownPayouts;
import org.springframework.stereotype.Component;

/// As the last command left it.
@Component
final class ShownPayees implements Payees {

    private final ShownPayouts payouts;

    ShownPayees(ShownPayouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public boolean arePaid(Caller caller) {
        return payouts.isPaid(caller);
    }
}
