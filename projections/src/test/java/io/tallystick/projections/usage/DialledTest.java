package io.tallystick.projections.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialledTest {

    @ParameterizedTest
    @CsvSource({
        "+4930123456, +4930123456",
        "+49 (0)30 / 123-456, +49030123456",
        "030.123 456, 030123456",
        "\uff0b4930123456, +4930123456"
    })
    void only_separators_are_left_out(String from, String dialled) {
        assertThat(Dialled.of(from)).contains(dialled);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "anonymous", "sip:anonymous@anonymous.invalid", "+", "12"})
    void whoever_shows_no_number_has_none(String from) {
        assertThat(Dialled.of(from)).isEmpty();
    }
}
