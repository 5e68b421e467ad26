package io.tallystick.portal.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// How numbers look on a page. What is rounded here for the eye is in the title of the element to
/// the last digit.
final class Numbers {

    private static final Locale LOCALE = Locale.ENGLISH;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MANY = BigDecimal.valueOf(100_000);

    private Numbers() {}

    /// Grouped; the larger the number, the fewer decimals; whole numbers have none.
    static String readable(BigDecimal value) {
        return String.format(LOCALE, "%,." + decimals(value) + "f", value);
    }

    static String readable(long value) {
        return String.format(LOCALE, "%,d", value);
    }

    /// An estimate has no decimals that anybody could rely on, unless it is small.
    static String estimate(BigDecimal value) {
        return value.abs().compareTo(HUNDRED) < 0
                ? readable(value)
                : readable(value.setScale(0, RoundingMode.HALF_UP));
    }

    /// Every digit, grouped.
    static String exact(BigDecimal value) {
        int decimals = Math.max(0, value.stripTrailingZeros().scale());
        return String.format(LOCALE, "%,." + decimals + "f", value);
    }

    /// For programs: no grouping, no exponent.
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// `part` of `whole` in percent, of one decimal below ten; 0 of nothing.
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal percent = part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
        return percent.abs().compareTo(BigDecimal.TEN) < 0
                ? percent
                : percent.setScale(0, RoundingMode.HALF_UP);
    }

    private static int decimals(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.stripTrailingZeros().scale() <= 0 || size.compareTo(MANY) >= 0) {
            return 0;
        }
        if (size.compareTo(HUNDRED) >= 0) {
            return 1;
        }
        return size.compareTo(BigDecimal.ONE) >= 0 ? 2 : 3;
    }
}
