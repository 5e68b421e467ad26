package io.tallystick.command.support;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `PATCH …/support-tickets/{id}` of a customer.
@RestController
class MoveTicketEndpoint {

    private final TicketDesk desk;
    private final VisibleCustomers customers;

    MoveTicketEndpoint(TicketDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// What becomes of a ticket.
    ///
    /// @param state Required. `open` or `closed`
    record Request(@Nullable String state) {}

    /// Close a ticket or open it again. What it is already changes nothing. Needs the permission
    /// WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `support_ticket_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the ticket's id
    @PatchMapping("/api/v1/customers/{customer}/support-tickets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> moveTicket(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        UUID owner = customers.visibleTo(caller, customer).customerId();
        var command = MoveTicket.of(caller.tenantId(), owner, id, request.state());
        long position = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(position))
                .build();
    }
}
