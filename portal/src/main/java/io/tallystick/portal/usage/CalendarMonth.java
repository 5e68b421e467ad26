package io.tallystick.portal.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A month of a customer's calendar, seen at one moment.
///
/// @param now the moment, which decides what is past and what is to come
record CalendarMonth(YearMonth month, ZoneId zone, Instant now) {

    private static final DateTimeFormatter TITLE =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    private static final DateTimeFormatter SHORT_NAME =
            DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    /// @param text as in `2026-11`; the current month where it is absent, unreadable or yet to come
    static CalendarMonth parse(@Nullable String text, ZoneId zone, Instant now) {
        YearMonth current = YearMonth.from(now.atZone(zone));
        YearMonth asked = text == null ? current : parse(text, current);
        return new CalendarMonth(asked.isAfter(current) ? current : asked, zone, now);
    }

    Instant from() {
        return start(month);
    }

    Instant to() {
        return start(month.plusMonths(1));
    }

    public boolean isCurrent() {
        return month.equals(YearMonth.from(now.atZone(zone)));
    }

    public String title() {
        return TITLE.format(month);
    }

    public String name() {
        return NAME.format(month);
    }

    /// The part of the month before that is as long as what has passed of this one.
    public String comparedWith() {
        YearMonth previous = month.minusMonths(1);
        int day = now.atZone(zone).getDayOfMonth();
        if (!isCurrent() || day >= previous.lengthOfMonth()) {
            return NAME.format(previous);
        }
        return (day == 1 ? "1 " : "1–" + day + " ") + SHORT_NAME.format(previous);
    }

    /// The days that have begun.
    List<LocalDate> days() {
        LocalDate last = isCurrent() ? now.atZone(zone).toLocalDate() : month.atEndOfMonth();
        return month.atDay(1).datesUntil(last.plusDays(1)).toList();
    }

    private Instant start(YearMonth of) {
        return of.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static YearMonth parse(String text, YearMonth otherwise) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
