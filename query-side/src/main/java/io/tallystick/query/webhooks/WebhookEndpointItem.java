package io.tallystick.query.webhooks;

import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A webhook endpoint, without its secret.
///
/// @param id made by the server
/// @param url where deliveries are sent
/// @param types of what it is told
/// @param description what it is for, null where nobody said so
/// @param enabled whether it is told anything
/// @param disabledReason `by_hand`; `gone` where it answered 410; `failing` where every attempt
///   failed for long; null while it is enabled
/// @param createdAt since when
public record WebhookEndpointItem(
        UUID id,
        String url,
        List<String> types,
        @Nullable String description,
        boolean enabled,
        @Nullable String disabledReason,
        Instant createdAt) {

    public static WebhookEndpointItem of(Endpoint endpoint) {
        return new WebhookEndpointItem(
                endpoint.endpointId(),
                endpoint.url(),
                endpoint.types(),
                endpoint.description(),
                endpoint.isEnabled(),
                endpoint.disabledReason(),
                endpoint.createdAt());
    }
}
