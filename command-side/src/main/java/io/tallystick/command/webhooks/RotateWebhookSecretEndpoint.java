package io.tallystick.command.webhooks;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/webhook-endpoints/{id}/rotate` of a customer.
@RestController
class RotateWebhookSecretEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    RotateWebhookSecretEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// A new secret of a webhook endpoint.
    ///
    /// @param secret what deliveries are signed with, which is here and nowhere else
    /// @param previousEndsAt until when they are signed with the one before as well
    record Rotated(String secret, Instant previousEndsAt) {}

    /// Give a webhook endpoint a new secret. For 24 hours deliveries carry two signatures, with the
    /// new secret and with the one before; one before that ends at once. Needs the permission
    /// ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `webhook_endpoint_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the endpoint's id
    @PostMapping("/api/v1/customers/{customer}/webhook-endpoints/{id}/rotate")
    ResponseEntity<Rotated> rotateWebhookSecret(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        var command =
                RotateWebhookSecret.of(
                        caller.tenantId(), customers.visibleTo(caller, customer).customerId(), id);
        Commands.Done<Instant> done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Rotated(command.secret(), done.result()));
    }
}
