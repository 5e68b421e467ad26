package io.tallystick.eventstore.usage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/// How long the appender waits for company. A commit costs the same for one request as for a
/// hundred, and those who were answered together come again together: while they are on their way,
/// a commit for the first of them would be one commit more. Where few come, nobody waits.
final class Gathering {

    /// Of the last group. Fewer are no crowd, and what a shared commit saves them is not worth a
    /// wait.
    static final int CROWD = 8;

    /// About a millisecond, half of what a commit takes.
    static final int PAUSES_MAX = 4;

    private static final Duration PAUSE = Duration.ofNanos(250_000);

    private int answeredLast;

    /// Until as many requests wait as were answered last, or for [#PAUSES_MAX] pauses.
    void await(IntSupplier waiting) {
        if (answeredLast < CROWD) {
            return;
        }
        for (int pause = 0; pause < PAUSES_MAX && waiting.getAsInt() < answeredLast; pause++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    void answered(int requests) {
        answeredLast = requests;
    }
}
