package io.tallystick.command.credits;

import io.tallystick.rating.CreditPrices;
import io.tallystick.rating.IncrementHistory;

/// What was agreed with a customer: what its usage costs in credits, and how its calls are billed.
record Terms(CreditPrices prices, IncrementHistory increments) {

    static final Terms NONE = new Terms(CreditPrices.NONE, IncrementHistory.NONE);
}
