package io.tallystick.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.rating.CreditPrices.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What one event costs in credits.
class CreditPricesTest {

    private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
    private static final Meter MINUTES = BuiltInMeters.VOICE_MINUTES;

    @Test
    void a_price_holds_from_when_it_is_set_as_far_as_it_was_known() {
        var prices =
                new CreditPrices(
                        List.of(
                                change(10, NOON, true, "2"),
                                change(20, NOON.plusSeconds(60), true, "3"),
                                change(30, NOON.plusSeconds(120), false, "3")));

        assertThat(prices.of(MINUTES, NOON.minusMillis(1), 99)).isEmpty();
        assertThat(prices.of(MINUTES, NOON, 99)).contains(new BigDecimal("2"));
        assertThat(prices.of(MINUTES, NOON, 10)).isEmpty();
        assertThat(prices.of(MINUTES, NOON.plusSeconds(60), 99)).contains(new BigDecimal("3"));
        assertThat(prices.of(MINUTES, NOON.plusSeconds(60), 15)).contains(new BigDecimal("2"));
        assertThat(prices.of(MINUTES, NOON.plusSeconds(120), 99)).isEmpty();
        assertThat(prices.of(MINUTES, NOON.plusSeconds(120), 25)).contains(new BigDecimal("3"));
        assertThat(prices.of(BuiltInMeters.SMS_SEGMENTS, NOON, 99)).contains(new BigDecimal("0.5"));
        assertThat(prices.of(BuiltInMeters.EMAILS, NOON, 99)).contains(new BigDecimal("0.1"));
        assertThat(CreditPrices.NONE.of(MINUTES, NOON, 99)).isEmpty();
    }

    @Test
    void each_event_is_rounded_half_up_at_six_decimals() {
        // A second at 0.00003 credits a minute is half a millionth.
        assertThat(cost("1", "0.00003")).isEqualTo("0.000001");
        assertThat(cost("1", "0.000029")).isEqualTo("0.000000");
        assertThat(cost("90", "2")).isEqualTo("3.000000");
        assertThat(cost("0", "2")).isEqualTo("0.000000");
    }

    @Test
    void more_usage_never_costs_less_and_sums_do_not_care_for_the_order() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            BigDecimal price = BigDecimal.valueOf(random.nextInt(3_000_000), 6);
            int less = random.nextInt(7_000);
            int more = less + random.nextInt(100);
            BigDecimal one = bill(less, price);
            BigDecimal other = bill(more, price);

            assertThat(other).isGreaterThanOrEqualTo(one);
            assertThat(one.add(other)).isEqualTo(other.add(one));
            assertThat(one.scale()).isEqualTo(CreditPrices.COST_SCALE);
        }
    }

    private static BigDecimal bill(int seconds, BigDecimal price) {
        BigDecimal billed =
                MINUTES.billed(BigDecimal.valueOf(seconds), NOON, 1, IncrementHistory.NONE);
        return CreditPrices.cost(MINUTES, billed, price);
    }

    private static String cost(String seconds, String price) {
        return CreditPrices.cost(MINUTES, new BigDecimal(seconds), new BigDecimal(price))
                .toPlainString();
    }

    private static Change change(long position, Instant from, boolean enabled, String minute) {
        return new Change(
                position,
                from,
                enabled,
                new BigDecimal(minute),
                new BigDecimal("0.5"),
                new BigDecimal("0.1"));
    }
}
