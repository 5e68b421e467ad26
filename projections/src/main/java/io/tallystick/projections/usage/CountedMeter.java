package io.tallystick.projections.usage;

import io.tallystick.rating.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meter that an event type feeds, and where the values of its groups stand among those that are
/// read from an event of the type.
record CountedMeter(Meter meter, List<Integer> placesOfGroups) {

    /// The values of the meter's groups, in their order, of those of the type.
    List<@Nullable String> ofType(List<@Nullable String> values) {
        List<@Nullable String> ofMeter = new ArrayList<>(placesOfGroups.size());
        placesOfGroups.forEach(place -> ofMeter.add(values.get(place)));
        return ofMeter;
    }
}
