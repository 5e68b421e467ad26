package io.tallystick.command.webhooks;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/webhook-endpoints/{id}/deliveries/{delivery}/resend` of a customer.
@RestController
class ResendWebhookDeliveryEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    ResendWebhookDeliveryEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// Send a delivery again, whatever became of it: at once, with the same `webhook-id`, and when
    /// it fails as often as a new one. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, `webhook_endpoint_not_found` and
    /// `webhook_delivery_not_found`, 409 `webhook_endpoint_disabled`.
    ///
    /// @param customer the customer's id or key
    /// @param id the endpoint's id
    /// @param delivery the delivery's id
    @PostMapping("/api/v1/customers/{customer}/webhook-endpoints/{id}/deliveries/{delivery}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Void> resendWebhookDelivery(
            @PathVariable String customer,
            @PathVariable String id,
            @PathVariable String delivery,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        var command =
                ResendWebhookDelivery.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        id,
                        delivery);
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.accepted()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
