package io.tallystick.command.access.clients;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Clients.Client;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/clients/{id}/invitation` of a customer.
@RestController
class InviteClientEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Clock clock;

    InviteClientEndpoint(Commands commands, VisibleCustomers customers, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.clock = clock;
    }

    /// Invite a client to the portal, or again. The mail has a link that holds for seven days, and
    /// the one before holds no more. An address gets three in a day at most. Needs the permission
    /// WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `client_not_found`, 409
    /// `client_archived`, `invitation_limit`, `portal_off`, `customer_inactive` and
    /// `customer_archived`.
    ///
    /// @param customer the customer's id or key
    /// @param id the client's id
    @PostMapping("/api/v1/customers/{customer}/clients/{id}/invitation")
    ResponseEntity<SavedClient> inviteClient(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        var command =
                InviteClient.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        id,
                        clock.instant());
        Commands.Done<Client> done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedClient.of(done.result()));
    }
}
