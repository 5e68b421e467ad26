package io.tallystick.portal.credits;

import io.tallystick.edge.wall.ShownCredits.Burned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// A bar of the chart: what usage has cost on one day.
///
/// @param credits in all, as people read it
/// @param part of the highest day, 0 to 100
record BurnedDay(String day, String credits, int part) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// The newest first; days without usage are left out.
    static List<BurnedDay> of(List<Burned> burned) {
        var sums = new TreeMap<LocalDate, BigDecimal>();
        burned.forEach(each -> sums.merge(each.day(), each.credits(), BigDecimal::add));
        BigDecimal highest = sums.values().stream().reduce(BigDecimal.ONE, BigDecimal::max);
        return sums.descendingMap().entrySet().stream()
                .map(each ->
                        new BurnedDay(
                                DAY.format(each.getKey()),
                                CreditRow.text(each.getValue()),
                                each.getValue()
                                        .max(BigDecimal.ZERO)
                                        .multiply(HUNDRED)
                                        .divide(highest, RoundingMode.HALF_UP)
                                        .intValue()))
                .toList();
    }
}
