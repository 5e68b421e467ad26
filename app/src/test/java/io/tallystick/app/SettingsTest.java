package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.app.database.StartRefusedException;
import io.tallystick.edge.caller.ApiKeySecret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be set, and what refuses the start.
class SettingsTest {

    @Test
    void nothing_needs_to_be_set() {
        Settings settings = settings(Map.of());

        assertThat(settings.adminKey()).isEmpty();
        assertThat(settings.adminPassword()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void a_blank_is_not_set(String blank) {
        assertThat(
                        settings(
                                Map.of(
                                        "TALLYSTICK_ADMIN_KEY",
                                        blank,
                                        "TALLYSTICK_ADMIN_PASSWORD",
                                        blank)))
                .isEqualTo(settings(Map.of()));
    }

    @Test
    void a_key_has_at_least_32_characters() {
        assertThat(settings(Map.of("TALLYSTICK_ADMIN_KEY", "k".repeat(32))).adminKey())
                .contains("k".repeat(32));
        assertThatThrownBy(() -> settings(Map.of("TALLYSTICK_ADMIN_KEY", "k".repeat(31))))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("TALLYSTICK_ADMIN_KEY must have at least 32 characters.");
    }

    @Test
    void a_key_that_looks_like_ours_has_our_checksum() {
        String secret = ApiKeySecret.generate();
        String mistyped =
                secret.substring(0, 30)
                        + (secret.charAt(30) == 'a' ? 'b' : 'a')
                        + secret.substring(31);

        assertThat(settings(Map.of("TALLYSTICK_ADMIN_KEY", secret)).adminKey()).contains(secret);
        assertThatThrownBy(() -> settings(Map.of("TALLYSTICK_ADMIN_KEY", mistyped)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("mistyped")
                .hasMessageNotContaining(mistyped);
    }

    @Test
    void a_password_is_one_that_bcrypt_reads_to_its_end() {
        assertThat(settings(Map.of("TALLYSTICK_ADMIN_PASSWORD", "p".repeat(72))).adminPassword())
                .contains("p".repeat(72));
        assertThatThrownBy(() -> settings(Map.of("TALLYSTICK_ADMIN_PASSWORD", "p".repeat(73))))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("TALLYSTICK_ADMIN_PASSWORD must have at most 72 bytes.");
    }

    @Test
    void letters_of_two_bytes_count_twice_in_a_password() {
        assertThat(settings(Map.of("TALLYSTICK_ADMIN_PASSWORD", "ö".repeat(36))).adminPassword())
                .isPresent();
        assertThatThrownBy(() -> settings(Map.of("TALLYSTICK_ADMIN_PASSWORD", "ö".repeat(37))))
                .isInstanceOf(StartRefusedException.class);
    }

    @Test
    void a_refusal_repeats_no_secret() {
        assertThatThrownBy(() -> settings(Map.of("TALLYSTICK_ADMIN_KEY", "short-secret")))
                .hasMessageNotContaining("short-secret");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(environment::get);
    }
}
