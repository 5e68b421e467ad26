package io.tallystick.edge.limit;

import io.github.bucket4j.TimeMeter;

/// The time of the database, as it was last seen, carried on by a clock that never jumps. Nodes
/// share budgets, so they must agree on the time, and their own clocks may not.
final class DatabaseTime implements TimeMeter {

    private volatile long aheadNanos;

    /// @param nanos what was to be added to `System.nanoTime()` when the database was asked
    void isAhead(long nanos) {
        aheadNanos = nanos;
    }

    @Override
    public long currentTimeNanos() {
        return System.nanoTime() + aheadNanos;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
