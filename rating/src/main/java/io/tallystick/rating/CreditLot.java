package io.tallystick.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Credits that were granted together, and what is left of them.
///
/// @param priority the lower one pays first
/// @param effectiveAt from when on they pay
/// @param expiresAt from when on they pay no more, null for never
/// @param remaining never negative
public record CreditLot(
        UUID lotId,
        int priority,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        BigDecimal remaining) {

    /// In which order lots pay: by priority, then whichever expires first, then by id. It is a
    /// total order, so that every replay burns the same lots.
    public static final Comparator<CreditLot> BURN_ORDER =
            Comparator.comparingInt(CreditLot::priority)
                    .thenComparing(
                            CreditLot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(lot -> lot.lotId().toString());

    public CreditLot {
        if (remaining.signum() < 0) {
            throw new IllegalArgumentException("lot " + lotId + " has less than nothing");
        }
    }

    /// Whether it pays what is recorded then.
    public boolean pays(Instant at) {
        return remaining.signum() > 0 && !effectiveAt.isAfter(at) && !isOver(at);
    }

    private boolean isOver(Instant at) {
        return expiresAt != null && !expiresAt.isAfter(at);
    }
}
