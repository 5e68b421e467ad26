package io.tallystick.projections.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a fact changed: the values that differ, as they were and as they are. Computed from what
/// earlier facts said, so facts need not carry what was before.
///
/// @param before null for what was not there
/// @param after null for what is no more, and where nothing has a value
/// @param state all values from here on
record Change(@Nullable ObjectNode before, @Nullable ObjectNode after, ObjectNode state) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param known null when no fact spoke of the target before
    static Change of(Story story, @Nullable Known known) {
        ObjectNode state = known == null ? JSON.createObjectNode() : known.state().deepCopy();
        if (story.ends()) {
            return new Change(orNull(state), null, JSON.createObjectNode());
        }
        ObjectNode before = JSON.createObjectNode();
        ObjectNode after = JSON.createObjectNode();
        for (Map.Entry<String, @Nullable Object> value : story.values().entrySet()) {
            JsonNode is = JSON.valueToTree(value.getValue());
            JsonNode was = state.get(value.getKey());
            if (!is.equals(was)) {
                before.set(value.getKey(), was == null ? JSON.nullNode() : was);
                after.set(value.getKey(), is);
                state.set(value.getKey(), is);
            }
        }
        return new Change(known == null ? null : orNull(before), orNull(after), state);
    }

    private static @Nullable ObjectNode orNull(ObjectNode values) {
        return values.isEmpty() ? null : values;
    }
}
