package io.tallystick.query.usage;

import io.tallystick.edge.problem.ApiProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Windows of a zone's calendar, whole even where the asked range cuts them.
///
/// A window begins where the zone's clock first shows its start. Where the clock skips it, the
/// window begins with the skip; where the clock shows it twice, an hour is two windows, while a day
/// or a month begins at the first of the two.
final class CalendarWindows {

    static final int WINDOWS_MAX = 10_000;

    /// Further than the clock of any zone was ever put.
    private static final int MARGIN_HOURS = 27;

    private CalendarWindows() {}

    record Window(Instant start, Instant end) {}

    /// All windows that have a part in `[from, to)`, in order; with no size the range itself.
    static List<Window> of(Instant from, Instant to, @Nullable WindowSize size, ZoneId zone) {
        if (size == null) {
            return List.of(new Window(from, to));
        }
        requireFew(from, to, size);
        NavigableSet<Instant> starts = starts(from, to, size, zone);
        Instant first = known(starts.floor(from));
        Instant end = known(starts.ceiling(to));
        List<Instant> bounds = List.copyOf(starts.subSet(first, true, end, true));
        List<Window> windows = new ArrayList<>(bounds.size());
        for (int i = 1; i < bounds.size(); i++) {
            windows.add(new Window(bounds.get(i - 1), bounds.get(i)));
        }
        return windows;
    }

    private static NavigableSet<Instant> starts(
            Instant from, Instant to, WindowSize size, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDateTime local =
                truncated(LocalDateTime.ofInstant(from, zone).minusHours(MARGIN_HOURS), size);
        LocalDateTime last = next(LocalDateTime.ofInstant(to, zone).plusHours(MARGIN_HOURS), size);
        NavigableSet<Instant> starts = new TreeSet<>();
        while (!local.isAfter(last)) {
            startsAt(local, size, rules).forEach(starts::add);
            local = next(local, size);
        }
        return starts;
    }

    private static Stream<Instant> startsAt(LocalDateTime local, WindowSize size, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            return Stream.of(rules.getTransition(local).getInstant());
        }
        boolean everyTime = size == WindowSize.MINUTE || size == WindowSize.HOUR;
        return offsets.stream().limit(everyTime ? offsets.size() : 1).map(local::toInstant);
    }

    private static LocalDateTime truncated(LocalDateTime local, WindowSize size) {
        return switch (size) {
            case MINUTE -> local.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
            case DAY -> local.truncatedTo(ChronoUnit.DAYS);
            case MONTH -> local.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        };
    }

    private static LocalDateTime next(LocalDateTime local, WindowSize size) {
        return switch (size) {
            case MINUTE -> local.plusMinutes(1);
            case HOUR -> local.plusHours(1);
            case DAY -> local.plusDays(1);
            case MONTH -> local.plusMonths(1);
        };
    }

    private static void requireFew(Instant from, Instant to, WindowSize size) {
        if (Duration.between(from, to).dividedBy(shortest(size)) > WINDOWS_MAX) {
            throw ApiProblem.invalid(
                    "windowSize",
                    "too_many_windows",
                    "The range has more than " + WINDOWS_MAX + " windows of this size.");
        }
    }

    private static Duration shortest(WindowSize size) {
        return switch (size) {
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
            case MONTH -> Duration.ofDays(28);
        };
    }

    private static Instant known(@Nullable Instant bound) {
        if (bound == null) {
            throw new IllegalStateException("a calendar without a window around the range");
        }
        return bound;
    }
}
