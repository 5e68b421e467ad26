package io.tallystick.app.matrix;

import java.util.Locale;

/// What a house has and a path names by `{id}`.
enum Thing {
    API_KEY,
    MEMBER,
    INVITATION,
    SUPPORT_TICKET,
    CLIENT,
    EMBED_URL,
    WEBHOOK_ENDPOINT,
    LOG_ENTRY;

    /// The code of a 404.
    String notFound() {
        return name().toLowerCase(Locale.ROOT) + "_not_found";
    }
}
