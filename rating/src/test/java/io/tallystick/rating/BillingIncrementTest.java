package io.tallystick.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The seconds that are billed for the seconds that were measured.
class BillingIncrementTest {

    @ParameterizedTest(name = "{0}/{1}: {2} s are billed as {3} s")
    @CsvSource({
        "30, 30, 0, 30",
        "30, 30, 0.001, 30",
        "30, 30, 1, 30",
        "30, 30, 25, 30",
        "30, 30, 29, 30",
        "30, 30, 29.999, 30",
        "30, 30, 30, 30",
        "30, 30, 30.000, 30",
        "30, 30, 30.000000001, 60",
        "30, 30, 31, 60",
        "30, 30, 55, 60",
        "30, 30, 60, 60",
        "30, 30, 60.5, 90",
        "30, 30, 61, 90",
        "30, 30, 80, 90",
        "30, 30, 90000, 90000",
        "30, 30, 90001, 90030",
        "30, 30, 2147483647, 2147483670",
        "30, 30, 2147483648, 2147483670",
        "30, 30, 99999999999999999999, 100000000000000000020",
        "60, 60, 0, 60",
        "60, 60, 60, 60",
        "60, 60, 61, 120",
        "60, 60, 120.1, 180",
        "6, 6, 0, 6",
        "6, 6, 6, 6",
        "6, 6, 7, 12",
        "6, 6, 12, 12",
        "6, 6, 59.9, 60",
        "30, 6, 1, 30",
        "30, 6, 30, 30",
        "30, 6, 31, 36",
        "30, 6, 36, 36",
        "30, 6, 36.01, 42",
        "1, 1, 0, 1",
        "1, 1, 1, 1",
        "1, 1, 1.2, 2",
        "1, 1, 59, 59",
        "0, 1, 0, 0",
        "0, 1, 0.4, 1",
        "0, 60, 1, 60",
        "60, 1, 59, 60",
        "60, 1, 61, 61",
    })
    void a_call_is_billed_for_the_initial_seconds_and_then_for_whole_steps(
            int initial, int step, BigDecimal measured, BigDecimal billed) {
        assertThat(new BillingIncrement(initial, step).bill(measured)).isEqualByComparingTo(billed);
    }

    @Test
    void whole_seconds_are_billed_alike_however_they_are_written() {
        var increments =
                List.of(
                        new BillingIncrement(30, 6),
                        new BillingIncrement(60, 60),
                        new BillingIncrement(0, 7));
        for (BillingIncrement increment : increments) {
            for (int seconds = 0; seconds < 500; seconds++) {
                assertThat(increment.bill(BigDecimal.valueOf(seconds)))
                        .isEqualByComparingTo(increment.bill(new BigDecimal(seconds + ".000")));
            }
        }
    }

    @Test
    void each_call_is_rounded_by_itself_and_never_their_sum() {
        var increment = new BillingIncrement(30, 30);
        var call = new BigDecimal(31);

        assertThat(increment.bill(call).add(increment.bill(call))).isEqualByComparingTo("120");
        assertThat(increment.bill(call.add(call))).isEqualByComparingTo("90");
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"-1, 30", "30, 0", "30, -6", "0, 0", "-2147483648, 1"})
    void an_increment_without_a_step_or_with_a_negative_start_bills_nobody(int initial, int step) {
        assertThatThrownBy(() -> new BillingIncrement(initial, step))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("increment " + initial + "/" + step + " is not billable");
    }
}
