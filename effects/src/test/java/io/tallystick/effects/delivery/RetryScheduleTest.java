package io.tallystick.effects.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final RetrySchedule SCHEDULE =
            RetrySchedule.of(Duration.ofSeconds(5), Duration.ofMinutes(5));

    @Test
    void each_failure_rests_as_long_as_its_number_says_and_the_last_one_for_ever() {
        assertThat(SCHEDULE.after(1)).contains(Duration.ofSeconds(5));
        assertThat(SCHEDULE.after(2)).contains(Duration.ofMinutes(5));
        assertThat(SCHEDULE.after(3)).isEmpty();
    }

    @Test
    void nothing_rests_before_it_has_failed() {
        assertThatThrownBy(() -> SCHEDULE.after(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RetrySchedule.of(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
