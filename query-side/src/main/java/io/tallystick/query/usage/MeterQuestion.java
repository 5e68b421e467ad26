package io.tallystick.query.usage;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.rating.Meter;
import io.tallystick.rating.QuarterHour;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A meter query as it was asked.
///
/// @param subjects keys of customers; empty for all that the caller sees
/// @param from null for the first usage there is
/// @param to null for now
/// @param windowSize null for one window
/// @param groupBy groups of the meter or `subject`
record MeterQuestion(
        Meter meter,
        List<String> subjects,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable WindowSize windowSize,
        ZoneId zone,
        List<String> groupBy,
        Map<String, List<String>> filters) {

    static final String SUBJECT = "subject";
    static final Duration MINUTES_RANGE_MAX = Duration.ofHours(24);

    MeterQuestion {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ApiProblem.invalid("from", "not_before_to", "from must be before to.");
        }
    }

    Duration grain() {
        return windowSize == WindowSize.MINUTE ? Duration.ofMinutes(1) : QuarterHour.LENGTH;
    }
}
