package io.tallystick.projections.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What earlier facts said of a target.
///
/// @param customerId whose it is, null for a partner's own
/// @param label what a person calls it
/// @param state its values, by name
record Known(@Nullable UUID customerId, String label, ObjectNode state) {

    /// A value as it was, in words.
    String was(String name) {
        JsonNode value = state.get(name);
        return value == null || value.isNull() ? "none" : value.asString();
    }
}
