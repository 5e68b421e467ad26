package io.tallystick.ingest;

import io.tallystick.edge.settings.LateLimits;
import io.tallystick.ingest.cloudevents.ItemError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far from now an event may have happened.
///
/// @param lateDays of customers for whom something was set
record TimeBounds(Instant now, Map<UUID, Integer> lateDays) {

    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    /// What is younger is late for nobody, whatever is set.
    static Instant late(Instant now) {
        return now.minus(Duration.ofDays(LateLimits.DAYS_MIN));
    }

    @Nullable ItemError check(UUID customerId, Instant time) {
        if (time.isAfter(now.plus(AHEAD_MAX))) {
            return new ItemError(
                    "time_too_far_ahead",
                    "/time",
                    "The time is more than " + AHEAD_MAX.toMinutes() + " minutes ahead.");
        }
        int days = lateDays.getOrDefault(customerId, LateLimits.DAYS);
        if (time.isBefore(now.minus(Duration.ofDays(days)))) {
            return new ItemError(
                    "time_too_old",
                    "/time",
                    "The time is more than " + days + (days == 1 ? " day ago." : " days ago."));
        }
        return null;
    }
}
