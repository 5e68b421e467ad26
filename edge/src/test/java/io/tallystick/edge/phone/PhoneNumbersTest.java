package io.tallystick.edge.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+4930123456, US, +4930123456",
        "+49 (0)30 / 123-456, US, +4930123456",
        "030 123456, DE, +4930123456",
        "0049 30 123456, DE, +4930123456",
        "011 49 30 123456, US, +4930123456",
        "(202) 555-0100, US, +12025550100",
        "2025550100, CA, +12025550100",
        "12025550100, US, +12025550100",
        "06 12345678, IT, +390612345678",
        "\uff0b\uff14\uff1930123456, US, +4930123456",
        "\u0660\u0663\u0660 123456, DE, +4930123456"
    })
    void a_number_is_read_in_its_country(String given, String country, String e164) {
        assertThat(PhoneNumbers.e164(given, country)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+49",
                "110",
                "anonymous",
                "+49 30 12*",
                "+49301234567890123456789",
                "+999 123456789",
                "030 123456 ext. 5",
                "call +4930123456",
                "1-800-FLOWERS",
                "+4930\u0000123456",
                "+4930\n123456"
            })
    void what_is_no_number_is_none(String given) {
        assertThat(PhoneNumbers.e164(given, "DE")).isEmpty();
    }

    @Test
    void a_country_that_nobody_knows_has_no_national_numbers() {
        assertThat(PhoneNumbers.e164("030 123456", "XX")).isEmpty();
        assertThat(PhoneNumbers.e164("+4930123456", "XX")).contains("+4930123456");
    }

    @Test
    void every_writing_is_read_as_the_number_again() {
        assertThat(PhoneNumbers.writings("+4930123456", "DE"))
                .contains("+4930123456", "030123456")
                .allSatisfy(writing ->
                        assertThat(PhoneNumbers.e164(writing, "DE")).contains("+4930123456"));
        assertThat(PhoneNumbers.writings("+12025550100", "US"))
                .contains("+12025550100", "12025550100", "2025550100");
        assertThat(PhoneNumbers.writings("+4930123456", "US"))
                .contains("+4930123456", "0114930123456");
    }

    @Test
    void no_writing_is_that_of_two_numbers() {
        // Without the plus this would be read as a number of the United States.
        assertThat(PhoneNumbers.writings("+4917123456", "US"))
                .doesNotContain("4917123456", "017123456");
    }
}
