package io.tallystick.command.access.clients;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Clients.Client;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `PATCH …/clients/{id}` of a customer.
@RestController
class ChangeClientEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    ChangeClientEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// What is to change; what is left out or null stays.
    ///
    /// @param name 1 to 200 printable characters
    /// @param email unique among the customer's clients; an invitation to the one before ends
    /// @param externalId what the customer's own system calls it; an empty text removes it
    /// @param phone a telephone number; an empty text removes it
    record Request(
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String phone) {}

    /// Change a client. Saving what is there already writes no fact, and nobody is invited by it.
    /// Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `client_not_found`, 409
    /// `client_archived`, `client_email_taken` and `client_external_id_taken`.
    ///
    /// @param customer the customer's id or key
    /// @param id the client's id
    @PatchMapping("/api/v1/customers/{customer}/clients/{id}")
    ResponseEntity<SavedClient> changeClient(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        var command =
                ChangeClient.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer),
                        id,
                        request.name(),
                        request.email(),
                        request.externalId(),
                        request.phone());
        Commands.Done<Client> done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedClient.of(done.result()));
    }
}
