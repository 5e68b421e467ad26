package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Hash128Test {

    @Test
    void parts_do_not_run_together() {
        assertThat(Hash128.of("ab", "c")).isNotEqualTo(Hash128.of("a", "bc"));
        assertThat(Hash128.of("a", "")).isNotEqualTo(Hash128.of("a"));
        assertThat(Hash128.of("a", "b")).isEqualTo(Hash128.of("a", "b"));
    }

    @Test
    void the_order_is_the_one_of_its_bytes() {
        var random = new Random(5);
        List<Hash128> hashes =
                Stream.generate(() -> new Hash128(random.nextLong(), random.nextLong()))
                        .limit(1_000)
                        .toList();

        Comparator<Hash128> byBytes = (a, b) -> Arrays.compareUnsigned(a.bytes(), b.bytes());

        assertThat(hashes.stream().sorted().toList())
                .isEqualTo(hashes.stream().sorted(byBytes).toList());
    }

    @Test
    void sixteen_bytes_are_the_hash_again() {
        Hash128 hash = Hash128.of("x");

        assertThat(Hash128.ofBytes(hash.bytes())).isEqualTo(hash);
    }
}
