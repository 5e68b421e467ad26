package io.tallystick.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets of keys, and how little of them stays.
class ApiKeySecretTest {

    @Test
    void a_secret_is_long_and_says_what_it_is() {
        assertThat(ApiKeySecret.generate()).matches("tsk_live_[0-9A-Za-z]{46}");
    }

    @Test
    void no_two_secrets_are_alike() {
        assertThat(Stream.generate(ApiKeySecret::generate).limit(1000)).doesNotHaveDuplicates();
    }

    @Test
    void a_person_may_see_the_kind_and_eight_characters_again() {
        String secret = ApiKeySecret.generate();

        assertThat(ApiKeySecret.prefix(secret)).hasSize(17).isEqualTo(secret.substring(0, 17));
        assertThat(ApiKeySecret.prefix("k".repeat(40))).hasSize(12);
    }

    @Test
    void a_checksum_is_the_crc_32_of_what_is_before_it_in_base_62() {
        String secret = "tsk_live_" + "0".repeat(40);

        assertThat(ApiKeySecret.isMistyped(secret + "4TpESO")).isFalse();
        assertThat(ApiKeySecret.isMistyped(secret + "4TpES0")).isTrue();
    }

    @Test
    void every_single_mistake_is_noticed_and_no_secret_is_called_one() {
        for (int round = 0; round < 50; round++) {
            String secret = ApiKeySecret.generate();
            assertThat(ApiKeySecret.isMistyped(secret)).isFalse();
            for (int i = "tsk_live_".length(); i < secret.length(); i++) {
                char other = secret.charAt(i) == 'x' ? 'y' : 'x';
                String mistyped = secret.substring(0, i) + other + secret.substring(i + 1);
                assertThat(ApiKeySecret.isMistyped(mistyped)).as(mistyped).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tsk_live_", "tsk_live_of_an_operator_0123456789", "any words"})
    void what_has_another_form_may_be_what_an_operator_made_up(String secret) {
        assertThat(ApiKeySecret.isMistyped(secret)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "0123456789"})
    void of_a_short_secret_a_person_sees_no_more_than_half(String secret) {
        assertThat(ApiKeySecret.prefix(secret)).hasSize(secret.length() / 2);
        assertThat(secret).startsWith(ApiKeySecret.prefix(secret));
    }

    @Test
    void the_hash_is_sha_256_of_the_utf_8_text() {
        assertThat(HexFormat.of().formatHex(ApiKeySecret.hash("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(HexFormat.of().formatHex(ApiKeySecret.hash("é")))
                .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }
}
