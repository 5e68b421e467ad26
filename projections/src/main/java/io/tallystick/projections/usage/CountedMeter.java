package io.tallystick.projections.usage;

import io.tallystick.rating.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A meter with its groups in one order, worked out once and not per event.
record CountedMeter(Meter meter, List<String> groups, List<String> properties) {

    static CountedMeter of(Meter meter) {
        List<String> groups = meter.groups();
        return new CountedMeter(
                meter,
                groups,
                groups.stream().map(group -> String.valueOf(meter.groupBy().get(group))).toList());
    }

    List<@Nullable String> groupValues(Map<String, @Nullable String> values) {
        List<@Nullable String> inOrder = new ArrayList<>(properties.size());
        properties.forEach(property -> inOrder.add(values.get(property)));
        return inOrder;
    }
}
