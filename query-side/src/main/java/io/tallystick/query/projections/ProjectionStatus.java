package io.tallystick.query.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A projection as readers see it, and its rebuild while there is one.
///
/// @param generation whose rows readers see
/// @param position everything up to it is in the projection
/// @param lag entries of the log that are not
/// @param status `running`, `replaying`, or `stopped` when nobody works on what readers see
/// @param progress of the way to the head, 0 to 1; of the rebuild while there is one
/// @param segments that work on it
public record ProjectionStatus(
        String name,
        int generation,
        long position,
        long lag,
        String status,
        boolean replaying,
        double progress,
        int segments,
        @Nullable Replay replay) {

    /// A rebuild beside the live rows.
    ///
    /// @param status `running` or `stopped`
    /// @param entriesPerSecond of the last seconds, or since it began where nobody has looked yet
    /// @param secondsLeft at that rate, null while there is none
    public record Replay(
            int generation,
            String status,
            long position,
            double progress,
            double entriesPerSecond,
            @Nullable Long secondsLeft,
            Instant startedAt) {}
}
