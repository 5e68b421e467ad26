package io.tallystick.command.webhooks;

import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.webhook.WebhookSecret;
import java.util.UUID;

/// Gives an endpoint a new secret. The command answers when the one before ends.
///
/// @param secret what deliveries are signed with, which never becomes part of a fact
public record RotateWebhookSecret(Team team, UUID endpointId, String secret) {

    /// @param endpointId what is no id is as absent as an id of nobody
    public static RotateWebhookSecret of(UUID tenantId, UUID customerId, String endpointId) {
        return new RotateWebhookSecret(
                new Team(tenantId, customerId),
                WebhookRule.endpointId(endpointId),
                WebhookSecret.generate());
    }

    @Override
    public String toString() {
        return "RotateWebhookSecret[" + endpointId + "]";
    }
}
