package io.tallystick.query.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A period of a customer's calendar, as far as it has gone, and the period before it.
record UsagePeriod(ZonedDateTime from, ZonedDateTime to, ZonedDateTime now) {

    private static final Duration FIRST_DAY = Duration.ofDays(1);
    private static final int QUANTITY_SCALE = 9;

    /// Nothing named is the current month. A start alone lasts until now; an end alone is the end
    /// of a part of its month.
    static UsagePeriod of(@Nullable Instant from, @Nullable Instant to, ZoneId zone, Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (from == null && to == null) {
            ZonedDateTime month = monthOf(here);
            return new UsagePeriod(month, month.plusMonths(1), here);
        }
        ZonedDateTime end = QuarterHour.ceiling(to == null ? now : to).atZone(zone);
        ZonedDateTime start =
                from == null ? monthOf(end.minusNanos(1)) : QuarterHour.floor(from).atZone(zone);
        return new UsagePeriod(start, end, here);
    }

    private static ZonedDateTime monthOf(ZonedDateTime at) {
        return at.toLocalDate().withDayOfMonth(1).atStartOfDay(at.getZone());
    }

    boolean isOver() {
        return !now.isBefore(to);
    }

    private ZonedDateTime elapsedTo() {
        if (isOver()) {
            return to;
        }
        return now.isBefore(from) ? from : now;
    }

    /// The period before is as many months, else as many days, else as long.
    ZonedDateTime previousFrom() {
        if (isMonthStart(from) && isMonthStart(to)) {
            return from.minusMonths(
                    ChronoUnit.MONTHS.between(from.toLocalDate(), to.toLocalDate()));
        }
        if (isDayStart(from) && isDayStart(to)) {
            return from.minusDays(ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate()));
        }
        return from.minus(Duration.between(from, to));
    }

    /// As far into the period before as now is into this one, by the calendar; a longer month never
    /// reaches beyond the end of a shorter one.
    ZonedDateTime previousTo() {
        if (isOver()) {
            return from;
        }
        Duration byTheClock =
                Duration.between(from.toLocalDateTime(), elapsedTo().toLocalDateTime());
        ZonedDateTime end =
                previousFrom().toLocalDateTime().plus(byTheClock).atZone(from.getZone());
        return end.isAfter(from) ? from : end;
    }

    /// What the whole period comes to at this pace; null while there is too little to tell.
    @Nullable BigDecimal projected(BigDecimal quantity) {
        if (isOver()) {
            return quantity;
        }
        Duration elapsed = Duration.between(from, elapsedTo());
        if (elapsed.compareTo(FIRST_DAY) < 0) {
            return null;
        }
        return quantity.multiply(BigDecimal.valueOf(Duration.between(from, to).toSeconds()))
                .divide(
                        BigDecimal.valueOf(elapsed.toSeconds()),
                        QUANTITY_SCALE,
                        RoundingMode.HALF_UP);
    }

    private static boolean isMonthStart(ZonedDateTime at) {
        return at.getDayOfMonth() == 1 && isDayStart(at);
    }

    private static boolean isDayStart(ZonedDateTime at) {
        return at.equals(at.toLocalDate().atStartOfDay(at.getZone()));
    }
}
