package io.tallystick.portal.usage;

import io.tallystick.query.usage.CustomerUsage.MeterUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One of the four numbers, ready to be shown.
///
/// @param exact the number to its last digit
/// @param change null where there is nothing to compare with
/// @param projection null in the first day of a month and in months that are over
record Card(
        Meter meter,
        String quantity,
        String exact,
        String plain,
        @Nullable Change change,
        @Nullable Projection projection) {

    /// Against the same part of the month before.
    ///
    /// @param direction `up`, `down` or `flat`
    record Change(String direction, String text, String title) {

        static @Nullable Change of(BigDecimal now, BigDecimal before, String unit) {
            String title = "was " + Numbers.exact(before) + " " + unit;
            if (before.signum() == 0) {
                return now.signum() == 0 ? null : new Change("up", "new", title);
            }
            BigDecimal percent = Numbers.percent(now.subtract(before), before.abs());
            String text = Numbers.plain(percent.abs()) + "\u00a0%";
            return switch (percent.signum()) {
                case 1 -> new Change("up", text, title);
                case -1 -> new Change("down", text, title);
                default -> new Change("flat", "unchanged", title);
            };
        }
    }

    /// What the month comes to at this pace.
    ///
    /// @param percent how much of it is there already, 0 to 100
    record Projection(String quantity, String exact, int percent) {

        static @Nullable Projection of(BigDecimal now, @Nullable BigDecimal projected) {
            if (projected == null) {
                return null;
            }
            int percent = Numbers.percent(now, projected).intValue();
            return new Projection(
                    Numbers.estimate(projected),
                    Numbers.exact(projected),
                    Math.clamp(percent, 0, 100));
        }
    }

    static Card of(Meter meter, MeterUsage usage, boolean running) {
        BigDecimal quantity = usage.quantity();
        return new Card(
                meter,
                Numbers.readable(quantity),
                Numbers.exact(quantity),
                Numbers.plain(quantity),
                Change.of(quantity, usage.previousQuantity(), meter.unit()),
                running ? Projection.of(quantity, usage.projectedQuantity()) : null);
    }
}
