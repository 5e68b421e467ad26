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
/// @param meters one row for each meter
/// @param qualifiedCalls calls that were long enough to count as conversations
public record CustomerUsage(
        Instant asOf,
        long position,
        String timeZone,
        Instant from,
        Instant to,
        List<MeterUsage> meters,
        QualifiedCalls qualifiedCalls) {

    /// What a customer used of one meter.
    ///
    /// @param meter its slug
    /// @param name what people call it
    /// @param unit what the quantities are counted in
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
    ///
    /// @param thresholdSeconds in whole seconds
    /// @param qualified calls that are as long
    /// @param total all calls
    public record QualifiedCalls(int thresholdSeconds, long qualified, long total) {}
}
