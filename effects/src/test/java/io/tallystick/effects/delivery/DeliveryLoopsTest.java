package io.tallystick.effects.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeliveryLoopsTest {

    private record Work(String name, Runnable turn) implements DeliveryWork {

        @Override
        public int deliverDue() {
            turn.run();
            return 1;
        }
    }

    @Test
    void one_that_is_kept_waiting_holds_up_no_other() throws InterruptedException {
        var forEver = new CountDownLatch(1);
        var three = new CountDownLatch(3);
        var loops =
                new DeliveryLoops(
                        List.of(
                                new Work("slow", () -> waitFor(forEver)),
                                new Work("quick", three::countDown)));
        loops.start();
        try {
            assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            forEver.countDown();
            loops.stop();
        }
    }

    @Test
    void one_that_fails_is_tried_again_until_it_is_stopped() throws InterruptedException {
        var turns = new AtomicInteger();
        var second = new CountDownLatch(2);
        var loops =
                new DeliveryLoops(
                        List.of(
                                new Work(
                                        "failing",
                                        () -> {
                                            turns.incrementAndGet();
                                            second.countDown();
                                            throw new IllegalStateException("away");
                                        })));
        loops.start();
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        loops.stop();

        int whenStopped = turns.get();
        assertThat(loops.isRunning()).isFalse();
        assertThat(turns.get()).isEqualTo(whenStopped);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
