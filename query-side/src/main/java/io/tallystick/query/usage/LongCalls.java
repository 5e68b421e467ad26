package io.tallystick.query.usage;

import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/// Counts calls from a measured duration on that nobody counted beforehand: from the rows of one
/// customer, up to the position that the answer names. A row is looked at and forgotten.
final class LongCalls {

    private final BigDecimal thresholdSeconds;
    private final long position;
    private long count;

    private LongCalls(int thresholdSeconds, long position) {
        this.thresholdSeconds = BigDecimal.valueOf(thresholdSeconds);
        this.position = position;
    }

    static long count(
            UsageReader reader,
            UUID tenantId,
            UUID customerId,
            int thresholdSeconds,
            Instant from,
            Instant to,
            long position) {
        var calls = new LongCalls(thresholdSeconds, position);
        Meter meter = BuiltInMeters.CALLS;
        reader.forEachRow(tenantId, customerId, meter.eventTypes(), from, to, calls::add);
        return calls.count;
    }

    private void add(StoredUsage row) {
        boolean isCall = BuiltInMeters.CALLS.counts(row.type(), row.measure());
        if (row.ref().position() <= position
                && isCall
                && row.measure() != null
                && row.measure().compareTo(thresholdSeconds) >= 0) {
            count++;
        }
    }
}
