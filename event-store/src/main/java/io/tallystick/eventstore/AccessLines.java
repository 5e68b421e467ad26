package io.tallystick.eventstore;

import io.tallystick.events.audit.AccessLine;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The lines of an access chunk as they are stored: in the metadata of its entry, where a usage
/// chunk has the lines of its requests. Another form takes another revision.
///
/// @param lines in the order of their first request
record AccessLines(List<AccessLine> lines) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static byte[] write(List<AccessLine> lines) {
        return JSON.writeValueAsBytes(new AccessLines(lines));
    }

    static List<AccessLine> read(byte[] stored) {
        return JSON.readValue(stored, AccessLines.class).lines();
    }
}
