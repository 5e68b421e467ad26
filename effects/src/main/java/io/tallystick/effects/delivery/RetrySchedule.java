package io.tallystick.effects.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long something rests between attempts to deliver it.
///
/// @param rests after the first attempt that failed, after the second, and so on; after the one
///   that follows the last rest nobody tries any more
public record RetrySchedule(List<Duration> rests) {

    public RetrySchedule {
        rests = List.copyOf(rests);
        if (rests.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a rest is never negative: " + rests);
        }
    }

    public static RetrySchedule of(Duration... rests) {
        return new RetrySchedule(List.of(rests));
    }

    /// @param failures attempts that have failed, at least 1
    /// @return how long to rest before the next one; empty where there is none
    public Optional<Duration> after(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing has failed yet");
        }
        return failures <= rests.size() ? Optional.of(rests.get(failures - 1)) : Optional.empty();
    }
}
