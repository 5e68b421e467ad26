package io.tallystick.command.credits;

import io.tallystick.rating.Meter;
import java.math.BigDecimal;
import java.util.Comparator;

/// Usage of one customer in one chunk, at one price.
///
/// @param quantity billed base units
/// @param cost the exact sum of what each event costs
record UsageLine(Meter meter, BigDecimal price, BigDecimal quantity, BigDecimal cost) {

    /// In which lines are burned, however the rows of the chunk lay.
    static final Comparator<UsageLine> ORDER =
            Comparator.<UsageLine, String>comparing(line -> line.meter().slug())
                    .thenComparing(UsageLine::price);

    UsageLine plus(UsageLine other) {
        return new UsageLine(meter, price, quantity.add(other.quantity), cost.add(other.cost));
    }

    /// In the unit that people see.
    BigDecimal shown() {
        return meter.quantity(quantity);
    }
}
