package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.GroupValues;
import io.tallystick.rating.Meter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The meters that an event type feeds and the properties that they group by, worked out once and
/// not per event.
record CountedType(List<CountedMeter> meters, GroupValues properties) {

    static Map<String, CountedType> of(List<Meter> meters) {
        Map<String, CountedType> byType = new HashMap<>();
        for (Meter meter : meters) {
            meter.eventTypes().forEach(type -> byType.computeIfAbsent(type, t -> of(t, meters)));
        }
        return byType;
    }

    private static CountedType of(String type, List<Meter> meters) {
        List<Meter> fed =
                meters.stream().filter(meter -> meter.eventTypes().contains(type)).toList();
        List<String> properties =
                fed.stream().flatMap(meter -> properties(meter).stream()).distinct().toList();
        return new CountedType(
                fed.stream()
                        .map(meter ->
                                new CountedMeter(
                                        meter,
                                        properties(meter).stream()
                                                .map(properties::indexOf)
                                                .toList()))
                        .toList(),
                GroupValues.of(properties));
    }

    private static List<String> properties(Meter meter) {
        return meter.groups().stream()
                .map(group -> String.valueOf(meter.groupBy().get(group)))
                .toList();
    }

    List<@Nullable String> groupValues(byte @Nullable [] data) {
        return properties.read(data);
    }
}
