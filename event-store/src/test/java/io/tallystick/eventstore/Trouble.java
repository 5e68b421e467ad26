package io.tallystick.eventstore;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// What may go wrong between two statements, decided by a seed: stalls, long ones now and then, and
/// changes of mind.
final class Trouble implements TroubledConnections.Trouble {

    static final class ChangeOfMind extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final double STALLS = 0.05;
    private static final double LONG_STALLS = 0.0005;
    private static final double CHANGES_OF_MIND = 0.02;
    private static final int STALL_MILLIS_MAX = 40;

    /// Longer than the server lets anyone sit idle on the position lock.
    private static final Duration LONG_STALL = Duration.ofMillis(2_300);

    private final RandomGenerator random;
    final AtomicInteger longStalls = new AtomicInteger();

    Trouble(RandomGenerator random) {
        this.random = random;
    }

    /// The generator is shared by the threads of one writer, which take turns.
    synchronized boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    void strike() {
        stall();
        if (happens(CHANGES_OF_MIND)) {
            throw new ChangeOfMind();
        }
    }

    void stall() {
        if (happens(LONG_STALLS) && longStalls.incrementAndGet() == 1) {
            LockSupport.parkNanos(LONG_STALL.toNanos());
        } else if (happens(STALLS)) {
            LockSupport.parkNanos(Duration.ofMillis(below(STALL_MILLIS_MAX)).toNanos());
        }
    }

    @Override
    public void before(String step) {
        stall();
    }
}
