package io.tallystick.portal.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProjectionCardTest {

    @Test
    void the_time_left_is_as_exact_as_it_is_useful() {
        assertThat(ProjectionCard.timeLeft(null)).isEqualTo("not known yet");
        assertThat(ProjectionCard.timeLeft(0L)).isEqualTo("0 s");
        assertThat(ProjectionCard.timeLeft(90L)).isEqualTo("90 s");
        assertThat(ProjectionCard.timeLeft(91L)).isEqualTo("2 min");
        assertThat(ProjectionCard.timeLeft(5_400L)).isEqualTo("90 min");
        assertThat(ProjectionCard.timeLeft(9_000L)).isEqualTo("2.5 h");
    }
}
