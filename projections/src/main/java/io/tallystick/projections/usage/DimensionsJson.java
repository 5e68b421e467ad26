package io.tallystick.projections.usage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The `dimensions` of rows: each group of their meter with its value or null. A batch has the same
/// few of them in thousands of rows, so it keeps what it has written; it lives as long as the
/// batch.
final class DimensionsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Groups, String> written = new HashMap<>();

    private record Groups(String meter, List<@Nullable String> values) {}

    String of(RollupKey key) {
        return written.computeIfAbsent(
                new Groups(key.meter(), key.groupValues()), DimensionsJson::write);
    }

    private static String write(Groups of) {
        List<String> groups = UsageFold.groupsOf(of.meter());
        Map<String, @Nullable String> dimensions = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            dimensions.put(groups.get(i), of.values().get(i));
        }
        return JSON.writeValueAsString(dimensions);
    }
}
