package io.tallystick.query.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which numbers. What is null selects nothing out.
///
/// @param contactId of one contact
/// @param externalId of one contact
/// @param from confirmed at this time or later
/// @param to confirmed before
public record ContactFilter(
        State state,
        @Nullable String contactId,
        @Nullable String externalId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /// What has become of them.
    public enum State {
        HEALED,
        FLAGGED,
        ALL
    }

    /// As facts write it; what is healed is what one asks for.
    String canonical() {
        List<String> parts = new ArrayList<>();
        add(parts, "state", state == State.HEALED ? null : state.name().toLowerCase(Locale.ROOT));
        add(parts, "contactId", contactId);
        add(parts, "externalId", externalId);
        add(parts, "from", from);
        add(parts, "to", to);
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), UTF_8));
        }
    }
}
