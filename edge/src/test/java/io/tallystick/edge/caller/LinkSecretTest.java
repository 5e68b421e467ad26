package io.tallystick.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSecretTest {

    @Test
    void a_secret_is_found_by_its_hash_and_no_two_are_alike() {
        String secret = LinkSecret.generate();

        assertThat(LinkSecret.hashOfOne(secret)).hasValue(LinkSecret.hash(secret));
        assertThat(Stream.generate(LinkSecret::generate).limit(1_000)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../../../../../../../../../../../../../../"})
    void what_was_never_given_has_no_hash(String text) {
        assertThat(LinkSecret.hashOfOne(text)).isEmpty();
        assertThat(LinkSecret.hashOfOne(LinkSecret.generate() + text + "A")).isEmpty();
    }
}
