package io.tallystick.command.webhooks;

import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A webhook endpoint as it was saved.
///
/// @param id made by the server
/// @param url where deliveries are sent
/// @param types of what it is told
/// @param description what it is for, null where nobody said so
/// @param enabled whether it is told anything
/// @param disabledReason `by_hand`, `gone` or `failing`; null while it is enabled
/// @param createdAt since when
record SavedWebhookEndpoint(
        UUID id,
        String url,
        List<String> types,
        @Nullable String description,
        boolean enabled,
        @Nullable String disabledReason,
        Instant createdAt) {

    static SavedWebhookEndpoint of(Endpoint endpoint) {
        return new SavedWebhookEndpoint(
                endpoint.endpointId(),
                endpoint.url(),
                endpoint.types(),
                endpoint.description(),
                endpoint.isEnabled(),
                endpoint.disabledReason(),
                endpoint.createdAt());
    }
}
