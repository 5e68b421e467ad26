package io.tallystick.query.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.usage.CalendarWindows.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarWindowsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void without_a_size_the_range_is_the_window() {
        assertThat(windows("2026-01-01T00:15:00Z", "2026-01-01T00:45:00Z", null, "UTC"))
                .containsExactly("2026-01-01T00:15:00Z/PT30M");
    }

    @Test
    void windows_are_whole_even_where_the_range_cuts_them() {
        assertThat(windows("2026-01-01T10:30:00Z", "2026-01-02T01:00:00Z", WindowSize.DAY, "UTC"))
                .containsExactly("2026-01-01T00:00:00Z/PT24H", "2026-01-02T00:00:00Z/PT24H");
    }

    @Test
    void the_day_on_which_new_york_springs_forward_has_23_hours() {
        assertThat(
                        windows(
                                "2026-03-08T05:00:00Z",
                                "2026-03-09T04:00:00Z",
                                WindowSize.DAY,
                                "America/New_York"))
                .containsExactly("2026-03-08T05:00:00Z/PT23H");
        assertThat(hours("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", NEW_YORK))
                .hasSize(23)
                .allMatch(hour -> length(hour).equals(Duration.ofHours(1)));
    }

    @Test
    void the_day_on_which_new_york_falls_back_has_25_hours() {
        assertThat(
                        windows(
                                "2026-11-01T04:00:00Z",
                                "2026-11-02T05:00:00Z",
                                WindowSize.DAY,
                                "America/New_York"))
                .containsExactly("2026-11-01T04:00:00Z/PT25H");
        assertThat(hours("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", NEW_YORK))
                .hasSize(25)
                .allMatch(hour -> length(hour).equals(Duration.ofHours(1)));
    }

    @Test
    void hours_of_kathmandu_begin_at_a_quarter_past_of_utc() {
        assertThat(
                        windows(
                                "2026-01-01T00:15:00Z",
                                "2026-01-01T02:15:00Z",
                                WindowSize.HOUR,
                                "Asia/Kathmandu"))
                .containsExactly("2026-01-01T00:15:00Z/PT1H", "2026-01-01T01:15:00Z/PT1H");
    }

    @Test
    void lord_howe_shifts_by_half_an_hour() {
        // At 02:00 on 5 April the clock goes back to 01:30: that hour lasts 90 minutes.
        assertThat(
                        windows(
                                "2026-04-04T14:00:00Z",
                                "2026-04-04T16:00:00Z",
                                WindowSize.HOUR,
                                "Australia/Lord_Howe"))
                .contains("2026-04-04T14:00:00Z/PT1H30M", "2026-04-04T15:30:00Z/PT1H");
        // At 02:00 on 4 October it goes on to 02:30: that hour lasts 30 minutes.
        assertThat(
                        windows(
                                "2026-10-03T14:30:00Z",
                                "2026-10-03T16:30:00Z",
                                WindowSize.HOUR,
                                "Australia/Lord_Howe"))
                .contains("2026-10-03T14:30:00Z/PT1H", "2026-10-03T15:30:00Z/PT30M");
    }

    @Test
    void a_day_without_midnight_begins_when_the_clock_jumps() {
        // In Beirut the clock jumped from midnight to one o'clock.
        assertThat(
                        windows(
                                "2021-03-27T22:00:00Z",
                                "2021-03-28T21:00:00Z",
                                WindowSize.DAY,
                                "Asia/Beirut"))
                .containsExactly("2021-03-27T22:00:00Z/PT23H");
    }

    @Test
    void a_day_with_two_midnights_begins_at_the_first() {
        // In Havana the clock goes from one o'clock back to midnight.
        assertThat(
                        windows(
                                "2025-11-02T04:00:00Z",
                                "2025-11-03T05:00:00Z",
                                WindowSize.DAY,
                                "America/Havana"))
                .containsExactly("2025-11-02T04:00:00Z/PT25H");
    }

    @Test
    void a_day_that_a_zone_skipped_has_no_window() {
        // Samoa had no 30 December 2011.
        assertThat(
                        windows(
                                "2011-12-29T10:00:00Z",
                                "2011-12-31T10:00:00Z",
                                WindowSize.DAY,
                                "Pacific/Apia"))
                .containsExactly("2011-12-29T10:00:00Z/PT24H", "2011-12-30T10:00:00Z/PT24H");
    }

    @Test
    void months_have_their_own_lengths() {
        assertThat(windows("2024-02-10T00:00:00Z", "2024-03-02T00:00:00Z", WindowSize.MONTH, "UTC"))
                .containsExactly("2024-02-01T00:00:00Z/PT696H", "2024-03-01T00:00:00Z/PT744H");
    }

    @Test
    void windows_of_every_zone_follow_each_other_and_cover_the_range() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> zones = List.copyOf(ZoneId.getAvailableZoneIds());
        for (int i = 0; i < 300; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Instant from =
                    QuarterHour.floor(
                            Instant.parse("1990-01-01T00:00:00Z")
                                    .plusSeconds(random.nextLong(50L * 365 * 86_400)));
            Instant to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(4_000))));
            for (WindowSize size : List.of(WindowSize.HOUR, WindowSize.DAY, WindowSize.MONTH)) {
                List<Window> windows = CalendarWindows.of(from, to, size, zone);
                String what = "seed " + seed + " " + zone + " " + size + " " + from + " " + to;

                assertThat(windows.getFirst().start()).as(what).isBeforeOrEqualTo(from);
                assertThat(windows.getFirst().end()).as(what).isAfter(from);
                assertThat(windows.getLast().start()).as(what).isBefore(to);
                assertThat(windows.getLast().end()).as(what).isAfterOrEqualTo(to);
                for (int w = 1; w < windows.size(); w++) {
                    assertThat(windows.get(w).start()).as(what).isEqualTo(windows.get(w - 1).end());
                }
            }
        }
    }

    @Test
    void more_windows_than_anybody_can_use_are_refused() {
        Instant from = Instant.parse("2020-01-01T00:00:00Z");

        assertThat(
                        CalendarWindows.of(
                                from,
                                from.plus(Duration.ofHours(10_000)),
                                WindowSize.HOUR,
                                ZoneOffset.UTC))
                .hasSize(10_000);
        assertThatThrownBy(() ->
                        CalendarWindows.of(
                                from,
                                from.plus(Duration.ofHours(10_001)),
                                WindowSize.HOUR,
                                ZoneOffset.UTC))
                .isInstanceOf(ApiProblem.class);
    }

    private static List<Window> hours(String from, String to, ZoneId zone) {
        return CalendarWindows.of(Instant.parse(from), Instant.parse(to), WindowSize.HOUR, zone);
    }

    private static List<String> windows(
            String from, String to, @Nullable WindowSize size, String zone) {
        return CalendarWindows.of(Instant.parse(from), Instant.parse(to), size, ZoneId.of(zone))
                .stream()
                .map(window -> window.start() + "/" + length(window))
                .toList();
    }

    private static Duration length(Window window) {
        return Duration.between(window.start(), window.end());
    }
}
