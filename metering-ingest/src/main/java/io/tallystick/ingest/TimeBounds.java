package io.tallystick.ingest;

import io.tallystick.ingest.cloudevents.ItemError;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far from now an event may have happened.
record TimeBounds(Instant earliest, Instant latest) {

    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);
    private static final Duration LATE_MAX = Duration.ofDays(35);

    static TimeBounds around(Instant now) {
        return new TimeBounds(now.minus(LATE_MAX), now.plus(AHEAD_MAX));
    }

    @Nullable ItemError check(Instant time) {
        if (time.isAfter(latest)) {
            return new ItemError(
                    "time_too_far_ahead",
                    "/time",
                    "The time is more than " + AHEAD_MAX.toMinutes() + " minutes ahead.");
        }
        if (time.isBefore(earliest)) {
            return new ItemError(
                    "time_too_old",
                    "/time",
                    "The time is more than " + LATE_MAX.toDays() + " days ago.");
        }
        return null;
    }
}
