package io.tallystick.command.webhooks;

import io.tallystick.command.Commands;
import io.tallystick.command.webhooks.AddWebhookEndpoint.Wish;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.edge.webhook.WebhookReach;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/webhook-endpoints` of a customer.
@RestController
class AddWebhookEndpointEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final WebhookReach reach;
    private final Clock clock;

    AddWebhookEndpointEndpoint(
            Commands commands, VisibleCustomers customers, WebhookReach reach, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.reach = reach;
        this.clock = clock;
    }

    /// Where something is told, and what.
    ///
    /// @param url Required. An `https` address on the public internet, without a user or a
    ///   fragment, 2,048 characters at most; its port is 443, or 1,024 and above. It is in the log
    ///   for ever
    /// @param types Required. `credits.low` and `credits.exhausted`, or one of them
    /// @param description what it is for, 1 to 200 printable characters
    record Request(
            @Nullable String url,
            @Nullable List<@Nullable String> types,
            @Nullable String description) {}

    /// A webhook endpoint as it was added.
    ///
    /// @param id made by the server
    /// @param url where deliveries are sent
    /// @param types of what it is told
    /// @param description what it is for, null where nobody said so
    /// @param enabled whether it is told anything
    /// @param createdAt since when
    /// @param secret what deliveries are signed with, which is here and nowhere else
    record Added(
            UUID id,
            String url,
            List<String> types,
            @Nullable String description,
            boolean enabled,
            Instant createdAt,
            String secret) {}

    /// Add a webhook endpoint. What happens from here on is sent to it, signed as Standard Webhooks
    /// say. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, 409 `webhook_endpoint_limit`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/webhook-endpoints")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Added> addWebhookEndpoint(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var wish = new Wish(request.url(), request.types(), request.description());
        var command = AddWebhookEndpoint.of(caller.tenantId(), id, wish, reach, clock.instant());
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/customers/%s/webhook-endpoints/%s"
                                        .formatted(id, command.endpoint().endpointId())))
                .header(Positions.POSITION, Long.toString(done.position()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(added(command));
    }

    private static Added added(AddWebhookEndpoint command) {
        Endpoint endpoint = command.endpoint();
        return new Added(
                endpoint.endpointId(),
                endpoint.url(),
                endpoint.types(),
                endpoint.description(),
                true,
                endpoint.createdAt(),
                command.secret());
    }
}
