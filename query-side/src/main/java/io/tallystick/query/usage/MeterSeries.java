package io.tallystick.query.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/// The answer of a meter query, in OpenMeter's shape: values are JSON numbers here and only here.
///
/// @param from start of what the values cover, snapped outward to a quarter of an hour
/// @param to end of what the values cover
/// @param windowSize null where the whole range is one window
public record MeterSeries(
        Instant asOf,
        long position,
        Instant from,
        Instant to,
        @Nullable WindowSize windowSize,
        List<Window> data) {

    /// @param subject the customer's key, null where the value is of all customers
    public record Window(
            @JsonSerialize(using = PlainDecimal.AsNumber.class) BigDecimal value,
            Instant windowStart,
            Instant windowEnd,
            @Nullable String subject,
            Map<String, @Nullable String> groupBy) {}
}
