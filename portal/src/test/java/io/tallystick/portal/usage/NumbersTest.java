package io.tallystick.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void the_larger_a_number_the_fewer_decimals_it_shows() {
        assertThat(readable("0.0375")).isEqualTo("0.038");
        assertThat(readable("12.345")).isEqualTo("12.35");
        assertThat(readable("4812.512")).isEqualTo("4,812.5");
        assertThat(readable("1234567.5")).isEqualTo("1,234,568");
    }

    @Test
    void a_whole_number_shows_no_decimals() {
        assertThat(readable("0.000000000")).isEqualTo("0");
        assertThat(readable("42.000000000")).isEqualTo("42");
        assertThat(readable("1E+6")).isEqualTo("1,000,000");
    }

    @Test
    void the_exact_number_shows_every_digit() {
        assertThat(Numbers.exact(new BigDecimal("84213.907112400"))).isEqualTo("84,213.9071124");
        assertThat(Numbers.exact(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
    }

    @Test
    void a_program_gets_no_grouping_and_no_exponent() {
        assertThat(Numbers.plain(new BigDecimal("1E+6"))).isEqualTo("1000000");
        assertThat(Numbers.plain(new BigDecimal("0.0000"))).isEqualTo("0");
    }

    @Test
    void an_estimate_of_a_hundred_or_more_is_whole() {
        assertThat(Numbers.estimate(new BigDecimal("4435.349"))).isEqualTo("4,435");
        assertThat(Numbers.estimate(new BigDecimal("9.349"))).isEqualTo("9.35");
    }

    @Test
    void a_part_of_nothing_is_nothing() {
        assertThat(Numbers.percent(BigDecimal.ONE, BigDecimal.ZERO)).isZero();
        assertThat(Numbers.percent(BigDecimal.ONE, BigDecimal.valueOf(3))).isEqualTo("33");
        assertThat(Numbers.percent(BigDecimal.ONE, BigDecimal.valueOf(24))).isEqualTo("4.2");
    }

    private static String readable(String value) {
        return Numbers.readable(new BigDecimal(value));
    }
}
