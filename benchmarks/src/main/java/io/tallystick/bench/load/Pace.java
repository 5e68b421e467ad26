package io.tallystick.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// So many events per second and no more, over all clients together.
public final class Pace {

    private final double nanosPerEvent;
    private final AtomicLong next = new AtomicLong();

    private Pace(double nanosPerEvent) {
        this.nanosPerEvent = nanosPerEvent;
    }

    public static Pace unlimited() {
        return new Pace(0);
    }

    public static Pace eventsPerSecond(double events) {
        return new Pace(1e9 / events);
    }

    /// Waits for the turn of these events. The first to come starts the clock; a client that is
    /// late catches up.
    void await(int events) {
        if (nanosPerEvent > 0) {
            next.compareAndSet(0, System.nanoTime());
            long turn = next.getAndAdd((long) (events * nanosPerEvent));
            long wait = turn - System.nanoTime();
            while (wait > 0) {
                LockSupport.parkNanos(wait);
                wait = turn - System.nanoTime();
            }
        }
    }
}
