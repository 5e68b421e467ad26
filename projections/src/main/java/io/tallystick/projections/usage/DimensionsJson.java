package io.tallystick.projections.usage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The `dimensions` of a row: each group of its meter with its value or null.
final class DimensionsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DimensionsJson() {}

    static String of(RollupKey key) {
        if (key.groupValues().isEmpty()) {
            return "{}";
        }
        List<String> groups = UsageFold.groupsOf(key.meter());
        Map<String, @Nullable String> dimensions = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            dimensions.put(groups.get(i), key.groupValues().get(i));
        }
        return JSON.writeValueAsString(dimensions);
    }
}
