package io.tallystick.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class UsagePeriodTest {

    @Test
    void the_default_is_the_current_month_of_the_zone() {
        UsagePeriod period =
                UsagePeriod.of(
                        null,
                        null,
                        ZoneId.of("America/New_York"),
                        Instant.parse("2026-04-01T03:59:59Z"));

        assertThat(period.from().toInstant()).isEqualTo("2026-03-01T05:00:00Z");
        assertThat(period.to().toInstant()).isEqualTo("2026-04-01T04:00:00Z");
    }

    @Test
    void the_same_part_of_the_month_before_is_reckoned_by_the_calendar() {
        UsagePeriod period = currentMonth("2026-03-10T16:00:00Z", "America/New_York");

        assertThat(period.previousFrom().toInstant()).isEqualTo("2026-02-01T05:00:00Z");
        // Noon on the tenth, although the clock was put forward in between.
        assertThat(period.previousTo().toInstant()).isEqualTo("2026-02-10T17:00:00Z");
    }

    @Test
    void a_longer_month_does_not_reach_beyond_the_end_of_a_shorter_one() {
        UsagePeriod period = currentMonth("2026-03-31T12:00:00Z", "UTC");

        assertThat(period.previousTo().toInstant()).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void a_finished_period_is_compared_with_all_of_the_one_before_and_projects_itself() {
        UsagePeriod period =
                period("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z");

        assertThat(period.previousFrom().toInstant()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(period.previousTo().toInstant()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(period.projected(BigDecimal.TEN)).isEqualByComparingTo("10");
    }

    @Test
    void whole_days_are_compared_with_as_many_days_over_a_change_of_the_clock() {
        UsagePeriod period =
                UsagePeriod.of(
                        Instant.parse("2026-03-09T04:00:00Z"),
                        Instant.parse("2026-03-12T04:00:00Z"),
                        ZoneId.of("America/New_York"),
                        Instant.parse("2026-06-01T00:00:00Z"));

        assertThat(period.previousFrom().toInstant()).isEqualTo("2026-03-06T05:00:00Z");
    }

    @Test
    void anything_else_is_compared_with_the_same_duration_before() {
        UsagePeriod period =
                period("2026-02-01T10:00:00Z", "2026-02-01T16:00:00Z", "2026-06-01T00:00:00Z");

        assertThat(period.previousFrom().toInstant()).isEqualTo("2026-02-01T04:00:00Z");
    }

    @Test
    void nothing_is_projected_in_the_first_day() {
        assertThat(currentMonth("2026-06-01T23:59:59Z", "UTC").projected(BigDecimal.TEN)).isNull();
        assertThat(currentMonth("2026-06-02T00:00:00Z", "UTC").projected(BigDecimal.TEN))
                .isEqualByComparingTo("300");
    }

    @Test
    void a_third_of_a_month_projects_three_times_as_much() {
        assertThat(currentMonth("2026-06-11T00:00:00Z", "UTC").projected(new BigDecimal("1.5")))
                .isEqualByComparingTo("4.5");
    }

    @Test
    void a_period_in_the_future_has_no_part_to_compare() {
        UsagePeriod period =
                period("2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z", "2026-06-15T00:00:00Z");

        assertThat(period.previousTo()).isEqualTo(period.previousFrom());
        assertThat(period.projected(BigDecimal.ZERO)).isNull();
    }

    @Test
    void an_end_alone_is_the_end_of_a_part_of_its_month() {
        UsagePeriod period =
                UsagePeriod.of(
                        null,
                        Instant.parse("2026-03-01T00:00:00Z"),
                        ZoneId.of("UTC"),
                        Instant.parse("2026-06-15T00:00:00Z"));

        assertThat(period.from().toInstant()).isEqualTo("2026-02-01T00:00:00Z");
    }

    private static UsagePeriod currentMonth(String now, String zone) {
        return UsagePeriod.of(null, null, ZoneId.of(zone), Instant.parse(now));
    }

    private static UsagePeriod period(String from, String to, String now) {
        return UsagePeriod.of(
                Instant.parse(from), Instant.parse(to), ZoneId.of("UTC"), Instant.parse(now));
    }
}
