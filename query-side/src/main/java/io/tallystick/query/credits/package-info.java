/// Credits: balances, what was booked, holds and alerts, as the ledger has them.
@NullMarked
package io.tallystick.query.credits;

import org.jspecify.annotations.NullMarked;
