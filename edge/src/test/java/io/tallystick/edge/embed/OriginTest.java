package io.tallystick.edge.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example",
        "https://A.Example/, https://a.example",
        "' https://a.example:443 ', https://a.example",
        "https://a.example:8443, https://a.example:8443",
        "http://localhost:3000, http://localhost:3000",
        "http://127.0.0.1, http://127.0.0.1"
    })
    void an_origin_is_kept_as_browsers_write_it(String given, String kept) {
        assertThat(Origin.allowed(given)).hasValue(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "a.example",
                "//a.example",
                "http://a.example",
                "ftp://a.example",
                "https://*.example",
                "https://a.example/page",
                "https://a.example?q",
                "https://a.example#f",
                "https://eve@a.example",
                "https://a.example:99999",
                "https://a.example https://b.example",
                "https://a.example;script-src *",
                "https://a.example\r\nX: y",
                "https://[::1]",
                "https://exämple.com",
                "javascript:alert(1)",
                "data:text/html,x"
            })
    void what_is_no_origin_or_more_than_one_is_refused(String given) {
        assertThat(Origin.allowed(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/some/page?with=a, https://a.example",
        "https://a.example, https://a.example",
        "http://a.example:80/, http://a.example"
    })
    void of_a_page_only_the_origin_counts(String page, String origin) {
        assertThat(Origin.ofPage(page)).hasValue(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "about:blank", "https://", "a b", "https://a.example@b c/"})
    void a_page_that_is_none_has_no_origin(String page) {
        assertThat(Origin.ofPage(page)).isEmpty();
    }
}
