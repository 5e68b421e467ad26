package io.tallystick.command.credits;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what call an event is about.
final class CallIds {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CallIds() {}

    /// @return null where the data names none; it was judged when it came in
    static @Nullable String of(byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        try {
            JsonNode callId = JSON.readTree(data).get("callId");
            return callId != null && callId.isString() ? callId.asString() : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
