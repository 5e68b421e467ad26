package io.tallystick.portal.embed;

import io.tallystick.query.access.embed.EmbedUrlItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An embed URL, for people.
///
/// @param until when it ends by itself, null where it has ended
/// @param live whether there is something to revoke
record EmbedUrlRow(
        UUID id,
        String label,
        String kind,
        String scopes,
        String origins,
        String state,
        String createdAt,
        @Nullable String until,
        boolean live) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static EmbedUrlRow of(EmbedUrlItem item) {
        boolean live = item.state().equals("open") || item.state().equals("in_use");
        Instant end = item.sessionEndsAt() == null ? item.expiresAt() : item.sessionEndsAt();
        return new EmbedUrlRow(
                item.id(),
                item.label(),
                item.kind(),
                String.join(", ", item.scopes()),
                String.join(", ", item.origins()),
                item.state().replace('_', ' '),
                TIME.format(item.createdAt()),
                live ? TIME.format(end) : null,
                live);
    }
}
