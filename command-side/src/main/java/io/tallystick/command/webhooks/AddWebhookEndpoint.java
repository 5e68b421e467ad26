package io.tallystick.command.webhooks;

import io.tallystick.edge.Ids;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.webhook.WebhookReach;
import io.tallystick.edge.webhook.WebhookSecret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells another system of a customer from here on.
///
/// @param secret what deliveries are signed with, which never becomes part of a fact
public record AddWebhookEndpoint(Team team, Endpoint endpoint, String secret) {

    /// What somebody wants.
    public record Wish(
            @Nullable String url,
            @Nullable List<@Nullable String> types,
            @Nullable String description) {}

    /// @throws ApiProblem 400 with all faults at once
    public static AddWebhookEndpoint of(
            UUID tenantId, UUID customerId, Wish wish, WebhookReach reach, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        var endpoint =
                new Endpoint(
                        Ids.next(),
                        WebhookRule.url(wish.url(), reach, errors),
                        WebhookRule.types(wish.types(), errors),
                        WebhookRule.description(wish.description(), errors),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        null);
        ApiProblem.refuse(errors);
        return new AddWebhookEndpoint(
                new Team(tenantId, customerId), endpoint, WebhookSecret.generate());
    }

    @Override
    public String toString() {
        return "AddWebhookEndpoint[" + endpoint.endpointId() + "]";
    }
}
