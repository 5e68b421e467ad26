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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE …/webhook-endpoints/{id}` of a customer.
@RestController
class RemoveWebhookEndpointEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    RemoveWebhookEndpointEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// Remove a webhook endpoint, with its secrets and its deliveries. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `webhook_endpoint_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the endpoint's id
    @DeleteMapping("/api/v1/customers/{customer}/webhook-endpoints/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> removeWebhookEndpoint(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        var command =
                RemoveWebhookEndpoint.of(
                        caller.tenantId(), customers.visibleTo(caller, customer).customerId(), id);
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
