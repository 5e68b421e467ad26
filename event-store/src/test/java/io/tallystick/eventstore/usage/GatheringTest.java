package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Gathering gathering = new Gathering();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void who_comes_after_a_few_waits_for_nobody() {
        gathering.answered(Gathering.CROWD - 1);

        gathering.await(() -> waiting(1));

        assertThat(looks).hasValue(0);
    }

    @Test
    void who_comes_after_a_crowd_waits_until_as_many_are_there() {
        gathering.answered(Gathering.CROWD);

        // one more arrives each time somebody looks
        gathering.await(() -> Math.min(3, waiting(looks.get() + 1)) + 5);

        assertThat(looks).hasValue(3);
    }

    @Test
    void a_crowd_that_does_not_come_again_is_not_waited_for_in_vain() {
        gathering.answered(1_000);

        gathering.await(() -> waiting(1));

        assertThat(looks).hasValue(Gathering.PAUSES_MAX);
    }

    private int waiting(int requests) {
        looks.incrementAndGet();
        return requests;
    }
}
