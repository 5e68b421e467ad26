package io.tallystick.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The prices in credits that were set for one customer, one after the other. A price holds for
/// what happens when it is set or later, as far as it was known when the usage came in: what was
/// burned once is never burned otherwise because somebody changes a setting, and a replay burns the
/// same.
public record CreditPrices(List<Change> changes) {

    /// Of a customer that was never charged in credits.
    public static final CreditPrices NONE = new CreditPrices(List.of());

    /// Decimals of the cost of one event. Sums of costs are exact.
    public static final int COST_SCALE = 6;

    /// @param position where in the log it was set
    /// @param from when
    /// @param enabled whether usage is charged in credits at all
    /// @param perMinute credits for a billed minute of a call
    /// @param perSmsSegment credits for a segment
    /// @param perEmail credits for a recipient
    public record Change(
            long position,
            Instant from,
            boolean enabled,
            BigDecimal perMinute,
            BigDecimal perSmsSegment,
            BigDecimal perEmail) {

        private boolean holds(Instant occurredAt, long rowPosition) {
            return position < rowPosition && !from.isAfter(occurredAt);
        }

        private BigDecimal of(Meter meter) {
            return switch (meter.slug()) {
                case "voice_minutes" -> perMinute;
                case "sms_segments" -> perSmsSegment;
                case "emails" -> perEmail;
                default -> throw new IllegalArgumentException(meter.slug() + " costs no credits");
            };
        }
    }

    /// @param changes in the order of the log
    public CreditPrices {
        changes = List.copyOf(changes);
    }

    /// Credits for one unit of a meter as people see it: a minute, a segment, an e-mail.
    ///
    /// @param occurredAt when the usage happened
    /// @param position where in the log it is
    /// @return empty where usage was not charged in credits then
    public Optional<BigDecimal> of(Meter meter, Instant occurredAt, long position) {
        for (Change change : changes.reversed()) {
            if (change.holds(occurredAt, position)) {
                return change.enabled() ? Optional.of(change.of(meter)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// What one event costs: billed base units times price divided by the size of the unit, at 6
    /// decimals HALF_UP. Each event is rounded by itself, never a sum of events.
    public static BigDecimal cost(Meter meter, BigDecimal billedBaseUnits, BigDecimal price) {
        return billedBaseUnits
                .multiply(price)
                .divide(meter.unit().size(), COST_SCALE, RoundingMode.HALF_UP);
    }
}
