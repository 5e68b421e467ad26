package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A filter that misses a key would let an event be counted twice, so one is only given away when
/// it has them all.
class WindowKeysTest {

    private static final int KEYS_MAX = 100;

    private final WindowKeys keys = new WindowKeys(KEYS_MAX);

    @Test
    void the_filter_of_a_window_that_was_stored_here_knows_each_of_its_keys() {
        keys.add(1, keys(0, 40));
        keys.add(1, keys(40, 100));

        KeyFilter filter = keys.take(1, KEYS_MAX);

        assertThat(filter).isNotNull();
        assertThat(keys(0, 100)).allMatch(filter::mayContain);
    }

    @Test
    void there_is_none_when_somebody_else_stored_keys_as_well() {
        keys.add(1, keys(0, 99));

        assertThat(keys.take(1, KEYS_MAX)).isNull();
    }

    @Test
    void there_is_none_for_a_window_of_before() {
        assertThat(keys.take(1, 0)).isNull();
    }

    @Test
    void windows_are_told_apart() {
        keys.add(1, keys(0, 60));
        keys.add(2, keys(60, 100));

        assertThat(keys.take(1, KEYS_MAX)).isNull();
        assertThat(keys.take(2, 40)).isNotNull();
    }

    @Test
    void a_window_that_nobody_asks_for_is_given_up() {
        keys.add(1, keys(0, 10));
        keys.add(2, keys(0, 10));
        keys.add(3, keys(0, 10));

        assertThat(keys.take(1, 10)).isNull();
        assertThat(keys.take(3, 10)).isNotNull();
    }

    private static List<Hash128> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Hash128.of("key", "" + i)).toList();
    }
}
