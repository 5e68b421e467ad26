package io.tallystick.query.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "  =1+1",
                "\u00a0=1+1",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff20SUM(A1)"
            })
    void what_a_spreadsheet_would_run_gets_an_apostrophe_in_front(String formula) {
        assertThat(CsvLine.harmless(formula)).isEqualTo("'" + formula);
        assertThat(CsvLine.phone(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Ada", "1+1", "a=b", "crm-1"})
    void other_text_stays_as_it_is(String text) {
        assertThat(CsvLine.harmless(text)).isEqualTo(text);
    }

    @Test
    void a_telephone_number_stays_as_it_is_and_only_where_one_is_expected() {
        assertThat(CsvLine.phone("+14155550111")).isEqualTo("+14155550111");
        assertThat(CsvLine.phone(null)).isNull();
        for (String none :
                new String[] {"+1", "+1415555011100000", "+1415*****11", "+14155550111 "}) {
            assertThat(CsvLine.phone(none)).isEqualTo("'" + none);
        }
        assertThat(CsvLine.harmless("+14155550111")).isEqualTo("'+14155550111");
    }

    @Test
    void a_cell_that_nobody_knows_is_empty_and_others_are_quoted_where_they_must() {
        assertThat(CsvLine.of(Arrays.asList("a", null, "b,c", "say \"x\"", "two\nlines")))
                .isEqualTo("a,,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }
}
