package io.tallystick.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.query.usage.CustomerUsage.MeterUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardTest {

    @Test
    void it_compares_with_the_month_before_and_looks_ahead() {
        Card card = card("120.5", "100", "241");

        assertThat(card.change()).isEqualTo(new Card.Change("up", "21\u00a0%", "was 100 min"));
        assertThat(card.projection()).isEqualTo(new Card.Projection("241", "241", 50));
    }

    @Test
    void less_is_down_and_the_same_is_unchanged() {
        assertThat(card("96.1", "100", null).change())
                .isEqualTo(new Card.Change("down", "3.9\u00a0%", "was 100 min"));
        assertThat(card("100", "100.0", null).change())
                .isEqualTo(new Card.Change("flat", "unchanged", "was 100 min"));
    }

    @Test
    void what_was_not_there_before_is_new() {
        assertThat(card("3", "0", null).change())
                .isEqualTo(new Card.Change("up", "new", "was 0 min"));
        assertThat(card("0", "0", null).change().text()).isEqualTo("unchanged");
    }

    @Test
    void a_change_beyond_all_measure_is_not_measured() {
        assertThat(card("100000", "1", null).change().text()).isEqualTo("> 999\u00a0%");
    }

    @Test
    void a_month_that_is_over_has_no_projection() {
        MeterUsage usage = usage("3", "2", "3");

        assertThat(Card.of(Meter.VOICE, usage, false).projection()).isNull();
    }

    private static Card card(String quantity, String previous, @Nullable String projected) {
        return Card.of(Meter.VOICE, usage(quantity, previous, projected), true);
    }

    private static MeterUsage usage(String quantity, String previous, @Nullable String projected) {
        return new MeterUsage(
                "voice_minutes",
                "Voice minutes",
                "minute",
                new BigDecimal(quantity),
                new BigDecimal(previous),
                projected == null ? null : new BigDecimal(projected));
    }
}
