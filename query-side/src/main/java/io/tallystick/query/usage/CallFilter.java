package io.tallystick.query.usage;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.time.QueryTime;
import io.tallystick.rating.BuiltInMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Which calls of a customer: those that ended in `[from, to)`.
///
/// @param to null for up to now
/// @param cursor of the page before, null for the first page
public record CallFilter(Instant from, @Nullable Instant to, @Nullable String cursor) {

    /// Whoever names no beginning is shown these days, so that a customer who sends other usage and
    /// never calls has a bounded search.
    public static final int DAYS = 30;

    /// @throws ApiProblem 400 for times that are none, and for an end that is not after the
    ///   beginning
    public static CallFilter of(
            @Nullable String from, @Nullable String to, @Nullable String cursor, Instant now) {
        Instant end = QueryTime.instant("to", to);
        Instant named = QueryTime.instant("from", from);
        Instant begin = named == null ? daysBefore(end == null ? now : end) : named;
        if (end != null && !begin.isBefore(end)) {
            throw ApiProblem.invalid("from", "not_before_to", "from must be before to.");
        }
        return new CallFilter(begin, end, cursor);
    }

    private static Instant daysBefore(Instant end) {
        return end.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS));
    }

    UsageReader.Filter ofRows() {
        return new UsageReader.Filter(
                from, to, BuiltInMeters.VOICE_CALL, null, null, EventCursor.parse(cursor));
    }
}
