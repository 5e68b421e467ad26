package io.tallystick.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two addresses that look the same are the same, or one of them is none.
class EmailRuleTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "' Ada.Frey@EXAMPLE.com ', ada.frey@example.com",
        "\uff41\uff44\uff41@example.com, ada@example.com",
        "ada+test@b\u00fccher.example, ada+test@xn--bcher-kva.example",
        "ada@B\u00dcCHER.example, ada@xn--bcher-kva.example",
        "ada@xn--bcher-kva.example, ada@xn--bcher-kva.example",
        "ada@bu\u0308cher.example, ada@xn--bcher-kva.example",
    })
    void an_address_has_one_form(String given, String kept) {
        assertThat(EmailRule.normalise(given)).hasValue(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@example",
                "ada@@example.com",
                "a b@example.com",
                "ada@exa mple.com",
                ".ada@example.com",
                "ada..frey@example.com",
                "ada@-example.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada\u0000@example.com",
                "ada\u200b@example.com",
                "ada\u202e@example.com",
                "ada@exam\u00adple\u200b.com",
                "ada@example.com, eve@example.com",
                "<ada@example.com>",
                "ada@[127.0.0.1]"
            })
    void what_is_no_address_is_refused(String given) {
        assertThat(EmailRule.normalise(given)).isEmpty();
    }

    @Test
    void a_cyrillic_letter_in_a_latin_word_is_refused() {
        assertThat(EmailRule.normalise("\u0430da@example.com")).isEmpty();
        assertThat(EmailRule.normalise("ada@ex\u0430mple.com")).isEmpty();
        assertThat(EmailRule.normalise("ada@xn--exmple-4nf.com")).isEmpty();
    }

    @Test
    void a_domain_of_look_alikes_is_kept_as_the_dns_writes_it() {
        assertThat(EmailRule.normalise("ada@\u0440\u0430\u0443\u0440\u0430.com").orElseThrow())
                .startsWith("ada@xn--")
                .endsWith(".com");
    }

    @Test
    void a_japanese_word_is_written_in_its_scripts() {
        assertThat(EmailRule.normalise("ada@\u30c6\u30b9\u30c8\u6f22\u5b57.example").orElseThrow())
                .startsWith("ada@xn--");
        assertThat(EmailRule.normalise("ada@a\u30c6.example")).isEmpty();
    }

    @Test
    void an_address_longer_than_a_mail_server_takes_is_refused() {
        assertThat(EmailRule.normalise("a".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailRule.normalise("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailRule.normalise("ada@" + "example.".repeat(40) + "com")).isEmpty();
    }
}
