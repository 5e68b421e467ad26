package io.tallystick.bench.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Threads that take the next step as soon as they have finished one.
final class Parallel {

    private Parallel() {}

    @FunctionalInterface
    interface Step {
        void take(int number) throws Exception;
    }

    static void run(int threads, int steps, Step step) throws Exception {
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> loop(next, steps, step)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private static Void loop(AtomicInteger next, int steps, Step step) throws Exception {
        for (int number = next.getAndIncrement(); number < steps; number = next.getAndIncrement()) {
            step.take(number);
        }
        return null;
    }
}
