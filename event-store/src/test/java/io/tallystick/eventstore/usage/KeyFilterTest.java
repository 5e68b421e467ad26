package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyFilterTest {

    private static final int KEYS = 100_000;

    private final List<Hash128> there = keys("there");
    private final List<Hash128> absent = keys("absent");

    @Test
    void no_key_that_is_there_is_denied() {
        KeyFilter filter = filled();

        assertThat(there).allMatch(filter::mayContain);
    }

    @Test
    void few_keys_that_are_not_there_are_said_to_be_perhaps_there() {
        KeyFilter filter = filled();

        assertThat(absent.stream().filter(filter::mayContain).count()).isLessThan(KEYS / 400);
    }

    @Test
    void its_bits_are_the_filter_again() {
        KeyFilter again = KeyFilter.ofBytes(filled().bits());

        assertThat(there).allMatch(again::mayContain);
        assertThat(absent.stream().filter(again::mayContain).count()).isLessThan(KEYS / 400);
        assertThat(again.bits()).hasSize(KEYS * KeyFilter.BYTES_PER_KEY);
    }

    @Test
    void a_filter_of_nothing_denies_everything() {
        assertThat(absent).noneMatch(KeyFilter.empty(0)::mayContain);
    }

    private KeyFilter filled() {
        KeyFilter filter = KeyFilter.empty(KEYS);
        there.forEach(filter::add);
        return filter;
    }

    private static List<Hash128> keys(String name) {
        return IntStream.range(0, KEYS)
                .mapToObj(number -> Hash128.of(name, Integer.toString(number)))
                .toList();
    }
}
