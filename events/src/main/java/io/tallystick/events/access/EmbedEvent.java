package io.tallystick.events.access;

import io.tallystick.events.EventName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about embed URLs: links that open a part of a customer's portal somewhere else. The
/// secrets of links and sessions are never part of a fact.
public sealed interface EmbedEvent {

    UUID embedUrlId();

    UUID customerId();

    UUID partnerId();

    /// A link was given out.
    ///
    /// @param kind `widget`, `iframe` or `other`
    /// @param label what people call it
    /// @param scopes what its session may show
    /// @param origins the pages that it may be shown in
    /// @param expiresAt until when it can be opened
    /// @param sessionSeconds how long its session lasts
    @EventName("access.EmbedUrlCreated")
    record EmbedUrlCreated(
            UUID embedUrlId,
            UUID customerId,
            UUID partnerId,
            String kind,
            String label,
            List<String> scopes,
            List<String> origins,
            Instant expiresAt,
            int sessionSeconds)
            implements EmbedEvent {}

    /// A link was opened, which it can be once, and its session began.
    ///
    /// @param origin the page that it is shown in, null where it is in none
    /// @param sessionEndsAt when the session ends by itself
    @EventName("access.EmbedUrlOpened")
    record EmbedUrlOpened(
            UUID embedUrlId,
            UUID customerId,
            UUID partnerId,
            @Nullable String origin,
            Instant sessionEndsAt)
            implements EmbedEvent {}

    /// A link and its session ended before their time.
    @EventName("access.EmbedUrlRevoked")
    record EmbedUrlRevoked(UUID embedUrlId, UUID customerId, UUID partnerId)
            implements EmbedEvent {}
}
