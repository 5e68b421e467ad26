package io.tallystick.command.webhooks;

import io.tallystick.edge.lookup.Team;
import java.util.UUID;

/// Has a delivery tried again at once, whatever became of it.
public record ResendWebhookDelivery(Team team, UUID endpointId, UUID deliveryId) {

    /// @param endpointId what is no id is as absent as an id of nobody
    /// @param deliveryId likewise
    public static ResendWebhookDelivery of(
            UUID tenantId, UUID customerId, String endpointId, String deliveryId) {
        return new ResendWebhookDelivery(
                new Team(tenantId, customerId),
                WebhookRule.endpointId(endpointId),
                WebhookRule.deliveryId(deliveryId));
    }
}
