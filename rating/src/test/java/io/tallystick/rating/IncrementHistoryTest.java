package io.tallystick.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.rating.IncrementHistory.Change;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncrementHistoryTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final BillingIncrement OF_METER = new BillingIncrement(30, 30);
    private static final BillingIncrement BY_MINUTE = new BillingIncrement(60, 60);
    private static final BillingIncrement BY_SECOND = new BillingIncrement(1, 1);

    /// Set at noon, at position 10, and an hour later, at position 20.
    private static final IncrementHistory HISTORY =
            new IncrementHistory(
                    List.of(
                            new Change(10, NOON, BY_MINUTE),
                            new Change(20, NOON.plusSeconds(3600), BY_SECOND)));

    @ParameterizedTest(name = "a call of {0} s from noon, at position {1}, is billed {2}")
    @CsvSource({
        "-1,    30, 30",
        "0,     30, 60",
        "3599,  30, 60",
        "3600,  30, 1",
        "7200,  30, 1",
        "7200,  20, 60",
        "7200,  11, 60",
        "7200,  10, 30",
    })
    void a_call_is_billed_by_what_held_at_its_end_as_it_was_known_when_it_came_in(
            long seconds, long position, int initialSeconds) {
        BillingIncrement increment = HISTORY.at(NOON.plusSeconds(seconds), position, OF_METER);

        assertThat(increment.initialSeconds()).isEqualTo(initialSeconds);
    }

    @Test
    void a_change_that_is_taken_back_holds_for_the_calls_between() {
        var history =
                new IncrementHistory(
                        List.of(
                                new Change(10, NOON, BY_MINUTE),
                                new Change(20, NOON.plusSeconds(60), OF_METER)));

        assertThat(history.at(NOON.plusSeconds(59), 30, BY_SECOND)).isEqualTo(BY_MINUTE);
        assertThat(history.at(NOON.plusSeconds(60), 30, BY_SECOND)).isEqualTo(OF_METER);
    }

    @Test
    void who_was_given_none_is_billed_as_the_meter_says() {
        assertThat(IncrementHistory.NONE.at(NOON, 1, OF_METER)).isEqualTo(OF_METER);
    }
}
