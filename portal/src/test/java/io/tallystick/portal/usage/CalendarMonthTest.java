package io.tallystick.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CalendarMonthTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void a_month_begins_and_ends_by_the_customers_calendar() {
        CalendarMonth october = CalendarMonth.parse("2026-10", BERLIN, NOW);

        assertThat(october.from()).isEqualTo("2026-09-30T22:00:00Z");
        assertThat(october.to()).as("winter time has begun").isEqualTo("2026-10-31T23:00:00Z");
        assertThat(october.days()).hasSize(31);
    }

    @Test
    void the_current_month_is_the_one_where_the_customer_is() {
        Instant newYearInBerlin = Instant.parse("2026-12-31T23:30:00Z");

        assertThat(CalendarMonth.parse(null, BERLIN, newYearInBerlin).month())
                .isEqualTo(YearMonth.of(2027, 1));
        assertThat(CalendarMonth.parse(null, ZoneId.of("UTC"), newYearInBerlin).month())
                .isEqualTo(YearMonth.of(2026, 12));
    }

    @Test
    void an_unreadable_month_and_one_to_come_are_the_current_one() {
        assertThat(CalendarMonth.parse("soon", BERLIN, NOW).isCurrent()).isTrue();
        assertThat(CalendarMonth.parse("2027-01", BERLIN, NOW).isCurrent()).isTrue();
    }

    @Test
    void the_current_month_has_the_days_that_have_begun() {
        assertThat(CalendarMonth.parse(null, BERLIN, NOW).days()).hasSize(21);
    }

    @Test
    void it_says_what_it_is_compared_with() {
        assertThat(CalendarMonth.parse(null, BERLIN, NOW).comparedWith()).isEqualTo("1–21 Oct");
        assertThat(CalendarMonth.parse("2026-10", BERLIN, NOW).comparedWith())
                .isEqualTo("September");
        assertThat(
                        CalendarMonth.parse(null, BERLIN, Instant.parse("2026-03-31T08:00:00Z"))
                                .comparedWith())
                .as("February is over before March is")
                .isEqualTo("February");
    }
}
