package io.tallystick.command.webhooks;

import io.tallystick.command.Commands;
import io.tallystick.command.webhooks.ChangeWebhookEndpoint.Wish;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.edge.webhook.WebhookReach;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `PATCH …/webhook-endpoints/{id}` of a customer.
@RestController
class ChangeWebhookEndpointEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final WebhookReach reach;

    ChangeWebhookEndpointEndpoint(
            Commands commands, VisibleCustomers customers, WebhookReach reach) {
        this.commands = commands;
        this.customers = customers;
        this.reach = reach;
    }

    /// What is to change; what is left out stays.
    ///
    /// @param url where deliveries are sent, also those that wait
    /// @param types of what it is told
    /// @param description what it is for; an empty one is removed
    /// @param enabled whether it is told anything. What waits for one that is disabled is cancelled
    record Request(
            @Nullable String url,
            @Nullable List<@Nullable String> types,
            @Nullable String description,
            @Nullable Boolean enabled) {}

    /// Change a webhook endpoint, or enable one that was disabled. What is left out stays, and
    /// saving what is there already writes no fact. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `webhook_endpoint_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the endpoint's id
    @PatchMapping("/api/v1/customers/{customer}/webhook-endpoints/{id}")
    ResponseEntity<SavedWebhookEndpoint> changeWebhookEndpoint(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        var wish =
                new Wish(request.url(), request.types(), request.description(), request.enabled());
        var command =
                ChangeWebhookEndpoint.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        id,
                        wish,
                        reach);
        Commands.Done<Endpoint> done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedWebhookEndpoint.of(done.result()));
    }
}
