package io.tallystick.command.access.embed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Opens a link, which nobody can do again, and begins its session.
///
/// @param token the secret of the link, which never becomes part of a fact
/// @param session the secret of the session, likewise
/// @param origin the page that it is shown in, null where it is in none
public record OpenEmbedUrl(String token, String session, @Nullable String origin, Instant at) {

    public OpenEmbedUrl {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return "OpenEmbedUrl[]";
    }
}
