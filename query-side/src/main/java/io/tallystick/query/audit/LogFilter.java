package io.tallystick.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.edge.caller.Sight;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which entries. What is null selects nothing out; everything else must be true at once.
///
/// @param sight whose log
/// @param type one of [io.tallystick.events.audit.LogType], in lower case
/// @param actor id of who did it
/// @param target id of what it was done to
/// @param from time of the first, inclusive
/// @param to time of the last, exclusive
/// @param text part of the sentence, of the action or of what the target is called
/// @param requestId of the request that did it
public record LogFilter(
        Sight sight,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        @Nullable String requestId) {

    /// Everything.
    static LogFilter all(Sight sight) {
        return new LogFilter(sight, null, null, null, null, null, null, null);
    }

    /// Without what says whose log it is: the same filter is the same text.
    public String canonical() {
        List<String> parts = new ArrayList<>();
        add(parts, "type", type);
        add(parts, "actor", actor);
        add(parts, "target", target);
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "q", text);
        add(parts, "requestId", requestId);
        return String.join("&", parts);
    }

    /// With whose log it is.
    String identity() {
        return sight.tenantId() + "/" + sight.customerId() + "?" + canonical();
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), UTF_8));
        }
    }
}
