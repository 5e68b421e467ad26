package io.tallystick.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+4917012345623, +4917*****23",
        "+49 170 123456-23, +4917*****23",
        "call +4917012345623 now, call +4917*****23 now",
        "0170 1234567, 0170*****67",
        "4917012345623, 4917*****23"
    })
    void a_number_is_masked(String text, String masked) {
        assertThat(PhoneNumbers.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-08T12:00:00Z",
                "2026-03-08",
                "01900000-0000-7000-8000-000000000001",
                "tsk_live_0Ab1Cd2E",
                "12000 requests",
                "ada@example.com"
            })
    void what_is_no_number_stays(String text) {
        assertThat(PhoneNumbers.masked(text)).isEqualTo(text);
    }

    @Test
    void in_json_only_texts_are_masked() {
        var json =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                "{\"a\": [\"+4917012345623\", 12345678901], \"b\": {\"c\": null}}");

        assertThat(PhoneNumbers.masked(json).toString())
                .isEqualTo("{\"a\":[\"+4917*****23\",12345678901],\"b\":{\"c\":null}}");
    }
}
