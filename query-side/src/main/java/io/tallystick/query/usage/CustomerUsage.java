package io.tallystick.query.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/// What a customer used in a period: the numbers of the dashboard.
///
/// @param asOf when the numbers were read
/// @param position the log position that they include
/// @param timeZone IANA name of the customer's zone, whose calendar the default period follows
/// @param from start of the period, inclusive
/// @param to end of the period, exclusive
public record CustomerUsage(
        Instant asOf,
        long position,
        String timeZone,
        Instant from,
        Instant to,
        List<MeterUsage> meters,
        QualifiedCalls qualifiedCalls) {

    /// @param quantity in `unit`, at most 9 decimals
    /// @param previousQuantity the same elapsed part of the period before
    /// @param projectedQuantity what the whole period comes to at this pace; null in its first day
    public record MeterUsage(
            String meter,
            String name,
            String unit,
            @JsonSerialize(using = PlainDecimal.AsText.class) BigDecimal quantity,
            @JsonSerialize(using = PlainDecimal.AsText.class) BigDecimal previousQuantity,
            @JsonSerialize(using = PlainDecimal.AsText.class)
                    @Nullable BigDecimal projectedQuantity) {}

    /// Calls of at least `thresholdSeconds` of measured duration.
    public record QualifiedCalls(int thresholdSeconds, long qualified, long total) {}
}
