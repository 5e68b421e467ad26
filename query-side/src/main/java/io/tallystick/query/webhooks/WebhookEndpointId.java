package io.tallystick.query.webhooks;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownWebhooks;
import java.util.UUID;

/// Finds the endpoint that a path names.
public final class WebhookEndpointId {

    private WebhookEndpointId() {}

    /// @param id what is no id is as absent as an id of nobody
    /// @throws ApiProblem 404 for what is not there
    public static Endpoint find(ShownWebhooks webhooks, Sight sight, UUID customerId, String id) {
        try {
            return webhooks.endpoint(sight, customerId, UUID.fromString(id))
                    .orElseThrow(() -> ApiProblem.notFound("webhook_endpoint"));
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound("webhook_endpoint");
        }
    }
}
