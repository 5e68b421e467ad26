package io.tallystick.command.credits;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.command.credits.Alerts.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// When people are told that credits run low.
class AlertsTest {

    private static final Threshold FIFTY = new Threshold(false, BigDecimal.valueOf(50));
    private static final Threshold TWENTY = new Threshold(false, BigDecimal.valueOf(20));
    private static final List<Threshold> ALL = List.of(FIFTY, Threshold.EXHAUSTED, TWENTY);

    private final Alerts alerts = new Alerts(Map.of());

    @Test
    void a_threshold_is_crossed_from_above_to_it_or_below() {
        alerts.watch(ALL, of(100), true);

        assertThat(alerts.fell(of(100), of(51))).isEmpty();
        assertThat(alerts.fell(of(51), of(50))).containsExactly(FIFTY);
        assertThat(alerts.fell(of(50), of(49))).isEmpty();
    }

    @Test
    void of_several_that_are_crossed_at_once_the_lowest_comes_first() {
        alerts.watch(ALL, of(100), true);

        assertThat(alerts.fell(of(100), of(0))).containsExactly(Threshold.EXHAUSTED, TWENTY, FIFTY);
    }

    @Test
    void only_a_top_up_above_a_threshold_arms_it_again() {
        alerts.watch(ALL, of(100), true);
        alerts.fell(of(100), of(45));

        // What a call had cost too much was given back meanwhile.
        assertThat(alerts.fell(of(55), of(45))).isEmpty();
        alerts.toppedUp(of(50));
        assertThat(alerts.fell(of(55), of(45))).isEmpty();
        alerts.toppedUp(of(51));
        assertThat(alerts.fell(of(51), of(45))).containsExactly(FIFTY);
    }

    @Test
    void who_begins_to_watch_while_it_is_low_is_told_once() {
        assertThat(alerts.watch(ALL, of(20), true)).containsExactly(TWENTY, FIFTY);
        assertThat(alerts.watch(ALL, of(20), true)).isEmpty();
        assertThat(alerts.fell(of(20), of(0))).containsExactly(Threshold.EXHAUSTED);
        assertThat(alerts.watch(List.of(), of(0), true)).isEmpty();
        assertThat(alerts.watch(List.of(TWENTY), of(0), true)).containsExactly(TWENTY);
    }

    @Test
    void where_there_never_were_credits_nobody_is_told() {
        assertThat(alerts.watch(ALL, of(0), false)).isEmpty();
        assertThat(alerts.fell(of(0), of(0))).isEmpty();
    }

    private static BigDecimal of(int credits) {
        return BigDecimal.valueOf(credits);
    }
}
