package io.tallystick.command.access.clients;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE …/clients/{id}` of a customer.
@RestController
class ArchiveClientEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Clock clock;

    ArchiveClientEndpoint(Commands commands, VisibleCustomers customers, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.clock = clock;
    }

    /// Archive a client. Its invitation ends, its address and external id are free for another, and
    /// it stays in the list of those that are archived. To archive again changes nothing. Needs the
    /// permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `client_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the client's id
    @DeleteMapping("/api/v1/customers/{customer}/clients/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> archiveClient(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        var command =
                ArchiveClient.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        id,
                        clock.instant());
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
