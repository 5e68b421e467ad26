package io.tallystick.query.access.embed;

import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An embed URL, without its secret.
///
/// @param id made by the server
/// @param kind `widget`, `iframe` or `other`
/// @param label what people call it
/// @param scopes what it shows
/// @param origins the pages that it may be shown in
/// @param state `open` while the link may be opened; `in_use` while its session lasts; `ended`
///   afterwards; `expired` where nobody opened it; `revoked`
/// @param createdAt when it was given out
/// @param expiresAt until when the link can be opened
/// @param openedAt when it was opened, null for not yet
/// @param sessionEndsAt when its session ends by itself, null where there is none
/// @param revokedAt null where it was not revoked
public record EmbedUrlItem(
        UUID id,
        String kind,
        String label,
        List<String> scopes,
        List<String> origins,
        String state,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant sessionEndsAt,
        @Nullable Instant revokedAt) {

    public static EmbedUrlItem of(EmbedUrl url, Instant now) {
        return new EmbedUrlItem(
                url.embedUrlId(),
                url.kind(),
                url.label(),
                url.scopes(),
                url.origins(),
                url.state(now),
                url.createdAt(),
                url.expiresAt(),
                url.openedAt(),
                url.sessionEndsAt(),
                url.revokedAt());
    }
}
