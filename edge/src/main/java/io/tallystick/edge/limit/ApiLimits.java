package io.tallystick.edge.limit;

import org.jspecify.annotations.Nullable;

/// What a customer's keys may ask in a minute, all of them together.
///
/// @param version of the customer's settings, which it grew with
/// @param agreedPerMinute the requests of ENTERPRISE, null otherwise
public record ApiLimits(long version, ApiTier tier, @Nullable Integer agreedPerMinute) {

    /// A request of usage brings many events at once, and counting must not be starved by reading.
    private static final long EVENTS_PER_REQUEST = 1_000;

    /// The most that one request may bring has to fit.
    private static final long EVENTS_MIN = 10_000;

    public long requestsPerMinute() {
        return agreedPerMinute == null ? tier.requestsPerMinute() : agreedPerMinute;
    }

    public long eventsPerMinute() {
        return Math.max(EVENTS_MIN, requestsPerMinute() * EVENTS_PER_REQUEST);
    }
}
