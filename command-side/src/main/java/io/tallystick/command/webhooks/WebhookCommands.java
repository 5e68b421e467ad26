package io.tallystick.command.webhooks;

import io.tallystick.command.Facts;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.lookup.WebhookDeliveries;
import io.tallystick.edge.lookup.WebhookEndpoints;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.webhooks.WebhookEvent;
import io.tallystick.events.webhooks.WebhookEvent.WebhookDeliveryResent;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointAdded;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointChanged;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointRemoved;
import io.tallystick.events.webhooks.WebhookEvent.WebhookSecretRotated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Webhook endpoints are no aggregates: each is a row that the sender reads with every delivery.
/// They are decided behind the lock of the customer.
@Component
class WebhookCommands {

    private final Teams teams;
    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Facts facts;

    WebhookCommands(
            Teams teams, WebhookEndpoints endpoints, WebhookDeliveries deliveries, Facts facts) {
        this.teams = teams;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.facts = facts;
    }

    @CommandHandler
    void decide(AddWebhookEndpoint command) {
        Team team = command.team();
        Endpoint endpoint = command.endpoint();
        teams.lock(team);
        if (endpoints.count(team) >= WebhookEndpoints.OF_A_CUSTOMER_MAX) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "webhook_endpoint_limit",
                    "The customer has %d webhook endpoints. Remove one first."
                            .formatted(WebhookEndpoints.OF_A_CUSTOMER_MAX));
        }
        endpoints.add(team, endpoint, command.secret());
        publish(
                new WebhookEndpointAdded(
                        endpoint.endpointId(),
                        customer(team),
                        team.tenantId(),
                        endpoint.url(),
                        endpoint.types(),
                        endpoint.description()));
    }

    /// What is already as it is wanted is no fact. What waits for an endpoint that is told no more
    /// is not delivered later by itself.
    @CommandHandler
    Endpoint decide(ChangeWebhookEndpoint command) {
        Team team = command.team();
        teams.lock(team);
        Endpoint before = find(team, command.endpointId());
        Endpoint after = command.appliedTo(before);
        if (after.equals(before)) {
            return before;
        }
        endpoints.change(team, after);
        if (!after.isEnabled()) {
            deliveries.cancel(team.tenantId(), after.endpointId());
        }
        publish(
                new WebhookEndpointChanged(
                        after.endpointId(),
                        customer(team),
                        team.tenantId(),
                        after.url(),
                        after.types(),
                        after.description(),
                        after.isEnabled()));
        return after;
    }

    @CommandHandler
    Instant decide(RotateWebhookSecret command) {
        Team team = command.team();
        teams.lock(team);
        UUID endpoint = find(team, command.endpointId()).endpointId();
        Instant previousEndsAt = endpoints.rotate(team, endpoint, command.secret());
        publish(
                new WebhookSecretRotated(
                        endpoint, customer(team), team.tenantId(), previousEndsAt));
        return previousEndsAt;
    }

    @CommandHandler
    void decide(RemoveWebhookEndpoint command) {
        Team team = command.team();
        teams.lock(team);
        if (!endpoints.remove(team, command.endpointId())) {
            throw ApiProblem.notFound("webhook_endpoint");
        }
        publish(new WebhookEndpointRemoved(command.endpointId(), customer(team), team.tenantId()));
    }

    @CommandHandler
    void decide(ResendWebhookDelivery command) {
        Team team = command.team();
        teams.lock(team);
        Endpoint endpoint = find(team, command.endpointId());
        UUID delivery =
                deliveries
                        .find(team, endpoint.endpointId(), command.deliveryId())
                        .orElseThrow(() -> ApiProblem.notFound("webhook_delivery"))
                        .deliveryId();
        if (!endpoint.isEnabled()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "webhook_endpoint_disabled",
                    "The endpoint is disabled. Enable it first.");
        }
        deliveries.resend(team.tenantId(), delivery);
        publish(
                new WebhookDeliveryResent(
                        endpoint.endpointId(), customer(team), team.tenantId(), delivery));
    }

    private Endpoint find(Team team, UUID endpointId) {
        return endpoints
                .find(team, endpointId)
                .orElseThrow(() -> ApiProblem.notFound("webhook_endpoint"));
    }

    private void publish(WebhookEvent fact) {
        facts.publish(fact, fact.partnerId());
    }

    private static UUID customer(Team team) {
        return Objects.requireNonNull(team.customerId());
    }
}
