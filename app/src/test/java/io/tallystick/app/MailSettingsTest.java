package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.app.database.StartRefusedException;
import io.tallystick.effects.mail.SmtpAccess;
import io.tallystick.effects.mail.SmtpServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which mail server is used, and what refuses the start.
class MailSettingsTest {

    private static final Map<String, String> ALL =
            Map.of(
                    "TALLYSTICK_SMTP_HOST", "mail.example.com",
                    "TALLYSTICK_SMTP_PORT", "465",
                    "TALLYSTICK_SMTP_USER", "usage",
                    "TALLYSTICK_SMTP_PASSWORD", "s3cret",
                    "TALLYSTICK_SMTP_FROM", "usage@example.com");

    @Test
    void without_a_host_there_is_no_server() {
        assertThat(settings(Map.of())).isEqualTo(SmtpAccess.NONE);
        assertThat(
                        settings(Map.of("TALLYSTICK_SMTP_HOST", " ", "TALLYSTICK_SMTP_USER", ""))
                                .isOpen())
                .isFalse();
        assertThat(settings(Map.of("TALLYSTICK_SMTP_FROM", "usage@example.com")).isOpen())
                .isFalse();
    }

    @Test
    void everything_that_is_set_is_used_and_the_password_is_not_shown() {
        assertThat(settings(ALL).server())
                .contains(
                        new SmtpServer(
                                "mail.example.com", 465, "usage", "s3cret", "usage@example.com"));
        assertThat(settings(ALL).toString()).doesNotContain("s3cret");
    }

    @Test
    void a_server_that_asks_nobody_needs_host_and_sender() {
        assertThat(
                        settings(
                                        Map.of(
                                                "TALLYSTICK_SMTP_HOST", "localhost",
                                                "TALLYSTICK_SMTP_FROM", "usage@example.com"))
                                .server())
                .contains(new SmtpServer("localhost", 587, null, null, "usage@example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TALLYSTICK_SMTP_HOST     |                   | TALLYSTICK_SMTP_USER is set, but TALLYSTICK_SMTP_HOST is not.
                    TALLYSTICK_SMTP_USER     |                   | Of TALLYSTICK_SMTP_USER and TALLYSTICK_SMTP_PASSWORD one is set and the other is not.
                    TALLYSTICK_SMTP_PASSWORD |                   | Of TALLYSTICK_SMTP_USER and TALLYSTICK_SMTP_PASSWORD one is set and the other is not.
                    TALLYSTICK_SMTP_PORT     | 0                 | TALLYSTICK_SMTP_PORT must be a number from 1 to 65535.
                    TALLYSTICK_SMTP_PORT     | 65536             | TALLYSTICK_SMTP_PORT must be a number from 1 to 65535.
                    TALLYSTICK_SMTP_PORT     | smtp              | TALLYSTICK_SMTP_PORT must be a number from 1 to 65535.
                    TALLYSTICK_SMTP_FROM     |                   | TALLYSTICK_SMTP_FROM must be the address that mails come from, such as usage@example.com.
                    TALLYSTICK_SMTP_FROM     | usage             | TALLYSTICK_SMTP_FROM must be the address that mails come from, such as usage@example.com.
                    TALLYSTICK_SMTP_FROM     | üsage@example.com | TALLYSTICK_SMTP_FROM must be the address that mails come from, such as usage@example.com.
                    """)
    void what_cannot_be_meant_refuses_the_start(String name, String value, String sentence) {
        Map<String, String> changed = new HashMap<>(ALL);
        changed.put(name, value == null ? "" : value);

        assertThatThrownBy(() -> settings(changed))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage(sentence);
    }

    private static SmtpAccess settings(Map<String, String> environment) {
        return MailSettings.of(environment::get);
    }
}
