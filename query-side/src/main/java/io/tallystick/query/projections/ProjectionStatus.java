package io.tallystick.query.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A projection as readers see it, and its rebuild while there is one.
///
/// @param name what paths call it
/// @param generation whose rows readers see
/// @param position everything up to it is in the projection
/// @param lag entries of the log that are not
/// @param status `running`, `replaying`, or `stopped` when nobody works on what readers see
/// @param replaying whether there is a rebuild
/// @param progress of the way to the head, 0 to 1; of the rebuild while there is one
/// @param segments how many work on it
/// @param replay the rebuild, null while there is none
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
    /// @param generation which is being computed
    /// @param status `running` or `stopped`
    /// @param position everything up to it is in the rebuild
    /// @param progress of the way to the head, 0 to 1
    /// @param entriesPerSecond of the last seconds, or since it began where nobody has looked yet
    /// @param secondsLeft at that rate, null while there is none
    /// @param startedAt when it began
    public record Replay(
            int generation,
            String status,
            long position,
            double progress,
            double entriesPerSecond,
            @Nullable Long secondsLeft,
            Instant startedAt) {}
}
