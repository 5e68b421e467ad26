package io.tallystick.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Which lots pay an amount, and what none of them pays.
///
/// @param draws in the order in which they pay, each more than nothing
/// @param unpaid what is left when all lots are empty
public record Burn(List<Draw> draws, BigDecimal unpaid) {

    /// @param amount what the lot pays
    public record Draw(UUID lotId, BigDecimal amount) {}

    public Burn {
        draws = List.copyOf(draws);
    }

    /// Draws an amount from the lots that pay at a time, in burn order. What is drawn and what is
    /// unpaid add up to the amount exactly.
    ///
    /// @param amount not negative
    public static Burn of(Collection<CreditLot> lots, BigDecimal amount, Instant at) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(amount + " cannot be burned");
        }
        List<Draw> draws = new ArrayList<>();
        BigDecimal left = amount;
        for (CreditLot lot : paying(lots, at)) {
            if (left.signum() == 0) {
                break;
            }
            BigDecimal drawn = left.min(lot.remaining());
            draws.add(new Draw(lot.lotId(), drawn));
            left = left.subtract(drawn);
        }
        return new Burn(draws, left);
    }

    private static List<CreditLot> paying(Collection<CreditLot> lots, Instant at) {
        return lots.stream().filter(lot -> lot.pays(at)).sorted(CreditLot.BURN_ORDER).toList();
    }

    /// What lots pay together.
    public BigDecimal paid() {
        return draws.stream().map(Draw::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
