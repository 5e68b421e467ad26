package io.tallystick.events.settings;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// Decimals that are equal where they are the same number.
final class Decimals {

    private Decimals() {}

    static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /// The highest first.
    static List<BigDecimal> falling(List<BigDecimal> numbers) {
        return numbers.stream()
                .map(Decimals::plain)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
