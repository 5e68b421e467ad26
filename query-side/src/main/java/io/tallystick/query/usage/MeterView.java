package io.tallystick.query.usage;

import io.tallystick.rating.BillingIncrement;
import io.tallystick.rating.Meter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/// A meter as the API shows it.
///
/// @param slug names it in paths
/// @param name what people call it
/// @param eventType null for a meter that several types feed
/// @param eventTypes all types that feed it
/// @param aggregation what is done with the values of a window
/// @param groupBy name of a group and the path in `data` that it is read from
/// @param unit what quantities are counted in
/// @param unitSize base units in one unit
/// @param increment how each call is rounded; null where nothing is
/// @param status `active`
record MeterView(
        String slug,
        String name,
        @Nullable String eventType,
        List<String> eventTypes,
        String aggregation,
        Map<String, String> groupBy,
        String unit,
        @JsonSerialize(using = PlainDecimal.AsText.class) BigDecimal unitSize,
        @Nullable BillingIncrement increment,
        String status) {

    /// A page of them; there are few.
    ///
    /// @param items all meters
    /// @param nextCursor always null
    record Items(List<MeterView> items, @Nullable String nextCursor) {}

    static MeterView of(Meter meter) {
        List<String> types = meter.eventTypes().stream().sorted().toList();
        Map<String, String> paths = new TreeMap<>();
        meter.groupBy().forEach((group, property) -> paths.put(group, "$." + property));
        return new MeterView(
                meter.slug(),
                meter.name(),
                types.size() == 1 ? types.getFirst() : null,
                types,
                meter.aggregation().name(),
                paths,
                meter.unit().name(),
                meter.unit().size(),
                meter.increment(),
                "active");
    }
}
