package io.tallystick.portal.webhooks;

import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A webhook endpoint, for people.
///
/// @param state whether it is told anything, and why not
record WebhookEndpointRow(
        UUID id,
        String url,
        String types,
        @Nullable String description,
        boolean enabled,
        String state,
        String createdAt) {

    static WebhookEndpointRow of(Endpoint endpoint) {
        return new WebhookEndpointRow(
                endpoint.endpointId(),
                endpoint.url(),
                String.join(", ", endpoint.types()),
                endpoint.description(),
                endpoint.isEnabled(),
                state(endpoint.disabledReason()),
                WebhookTime.of(endpoint.createdAt()));
    }

    private static String state(@Nullable String disabledReason) {
        return switch (disabledReason) {
            case null -> "enabled";
            case "gone" -> "disabled: it answered that it is gone";
            case "failing" -> "disabled: every attempt failed for more than a day";
            default -> "disabled by hand";
        };
    }
}
