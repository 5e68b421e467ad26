package io.tallystick.portal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallRowTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0:00",
        "0.999999999, 0:00",
        "59.9, 0:59",
        "60, 1:00",
        "3599, 59:59",
        "3600, 1:00:00",
        "1000000000, 277777:46:40"
    })
    void a_duration_is_written_as_a_telephone_shows_it(BigDecimal seconds, String shown) {
        assertThat(CallRow.duration(seconds)).isEqualTo(shown);
    }
}
