package io.tallystick.query.time;

import io.tallystick.edge.problem.ApiProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Times and zones of a query string.
public final class QueryTime {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private QueryTime() {}

    public static @Nullable Instant instant(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant at = Instant.parse(text);
            requireKnown(at);
            return at;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ApiProblem.invalid(
                    parameter,
                    "invalid_time",
                    parameter + " must be a time like 2026-01-31T00:00:00Z between 1970 and 3000.");
        }
    }

    /// Neither PostgreSQL nor a calendar has all times that Java has.
    public static void requireKnown(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException(at + " is out of range");
        }
    }

    public static ZoneId zone(String parameter, String name) {
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        throw ApiProblem.invalid(
                parameter, "unknown_time_zone", parameter + " must be an IANA time zone.");
    }
}
