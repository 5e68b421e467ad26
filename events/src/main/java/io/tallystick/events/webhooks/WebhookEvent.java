package io.tallystick.events.webhooks;

import io.tallystick.events.EventName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about the webhook endpoints of customers. The secrets that deliveries are signed with are
/// never part of a fact.
public sealed interface WebhookEvent {

    UUID endpointId();

    UUID customerId();

    /// The tenant.
    UUID partnerId();

    /// An endpoint is told from here on.
    ///
    /// @param types of what it is told, such as `credits.low`
    @EventName("webhooks.WebhookEndpointAdded")
    record WebhookEndpointAdded(
            UUID endpointId,
            UUID customerId,
            UUID partnerId,
            String url,
            List<String> types,
            @Nullable String description)
            implements WebhookEvent {}

    /// An endpoint is as somebody wants it now.
    ///
    /// @param enabled whether it is told anything
    @EventName("webhooks.WebhookEndpointChanged")
    record WebhookEndpointChanged(
            UUID endpointId,
            UUID customerId,
            UUID partnerId,
            String url,
            List<String> types,
            @Nullable String description,
            boolean enabled)
            implements WebhookEvent {}

    /// An endpoint has a new secret.
    ///
    /// @param previousEndsAt until when deliveries are signed with the one before as well
    @EventName("webhooks.WebhookSecretRotated")
    record WebhookSecretRotated(
            UUID endpointId, UUID customerId, UUID partnerId, Instant previousEndsAt)
            implements WebhookEvent {}

    /// An endpoint is told no more, because it does not take what it is told.
    ///
    /// @param reason `gone` where it said so itself, `failing` where every attempt failed
    @EventName("webhooks.WebhookEndpointDisabled")
    record WebhookEndpointDisabled(UUID endpointId, UUID customerId, UUID partnerId, String reason)
            implements WebhookEvent {}

    /// An endpoint is no more, and neither is what was to be delivered to it.
    @EventName("webhooks.WebhookEndpointRemoved")
    record WebhookEndpointRemoved(UUID endpointId, UUID customerId, UUID partnerId)
            implements WebhookEvent {}

    /// Somebody wants a delivery tried again.
    @EventName("webhooks.WebhookDeliveryResent")
    record WebhookDeliveryResent(UUID endpointId, UUID customerId, UUID partnerId, UUID deliveryId)
            implements WebhookEvent {}
}
