package io.tallystick.query.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void there_is_no_pace_before_a_second_has_passed() {
        assertThat(at(0, 100)).isEmpty();
        assertThat(at(900, 200)).isEmpty();
        assertThat(at(2_000, 300)).hasValue(100);
    }

    @Test
    void only_the_last_ten_seconds_count() {
        for (int second = 0; second <= 20; second++) {
            assertThat(at(second * 1_000L, second * 10L)).isNotNull();
        }
        for (int second = 21; second <= 40; second++) {
            assertThat(at(second * 1_000L, 200 + (second - 20) * 1_000L)).isNotNull();
        }

        assertThat(at(40_500, 20_700)).hasValue(1_000);
    }

    @Test
    void a_rebuild_that_is_over_is_forgotten() {
        assertThat(at(0, 100)).isEmpty();
        pace.retain(List.of("usage@3"));

        assertThat(at(5_000, 200)).isEmpty();
    }

    private OptionalDouble at(long milliseconds, long position) {
        return pace.of("usage@2", position, Duration.ofMillis(milliseconds).toNanos());
    }
}
