package io.tallystick.portal.usage;

import io.tallystick.query.usage.CustomerUsage.MeterUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One of the four numbers, ready to be shown.
///
/// @param exact the number to its last digit
/// @param projection null in the first day of a month and in months that are over
record Card(
        Meter meter,
        String quantity,
        String exact,
        String plain,
        Change change,
        @Nullable Projection projection) {

    /// Against the same part of the month before.
    ///
    /// @param direction `up`, `down` or `flat`
    record Change(String direction, String text, String title) {

        /// More than that says no more than that there is far more.
        private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(999);

        static Change of(BigDecimal now, BigDecimal before, String unit) {
            String title = "was " + Numbers.exact(before) + " " + unit;
            if (now.compareTo(before) == 0) {
                return new Change("flat", "unchanged", title);
            }
            if (before.signum() == 0) {
                return new Change("up", "new", title);
            }
            BigDecimal percent = Numbers.percent(now.subtract(before), before.abs());
            return new Change(percent.signum() < 0 ? "down" : "up", text(percent.abs()), title);
        }

        private static String text(BigDecimal percent) {
            return percent.compareTo(PERCENT_MAX) > 0
                    ? "> " + PERCENT_MAX + "\u00a0%"
                    : Numbers.plain(percent) + "\u00a0%";
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
