package io.tallystick.query.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/// The answer of a meter query, in OpenMeter's shape: values are JSON numbers here and only here.
///
/// @param asOf when the values were read
/// @param position the log position that they include
/// @param from start of what the values cover, snapped outward to a quarter of an hour
/// @param to end of what the values cover
/// @param windowSize null where the whole range is one window
/// @param data one value for each window, subject and group that has usage
public record MeterSeries(
        Instant asOf,
        long position,
        Instant from,
        Instant to,
        @Nullable WindowSize windowSize,
        List<Window> data) {

    /// One value.
    ///
    /// @param value in the meter's unit, at most 9 decimals
    /// @param windowStart start of the calendar window, inclusive
    /// @param windowEnd end of the calendar window, exclusive
    /// @param subject the customer's key, null where the value is of all customers
    /// @param groupBy the groups' values; null where the events had none
    public record Window(
            @JsonSerialize(using = PlainDecimal.AsNumber.class) BigDecimal value,
            Instant windowStart,
            Instant windowEnd,
            @Nullable String subject,
            Map<String, @Nullable String> groupBy) {}
}
