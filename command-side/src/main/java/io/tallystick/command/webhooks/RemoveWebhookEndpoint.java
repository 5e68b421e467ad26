package io.tallystick.command.webhooks;

import io.tallystick.edge.lookup.Team;
import java.util.UUID;

/// Tells an endpoint no more, and forgets what was delivered to it.
public record RemoveWebhookEndpoint(Team team, UUID endpointId) {

    /// @param endpointId what is no id is as absent as an id of nobody
    public static RemoveWebhookEndpoint of(UUID tenantId, UUID customerId, String endpointId) {
        return new RemoveWebhookEndpoint(
                new Team(tenantId, customerId), WebhookRule.endpointId(endpointId));
    }
}
