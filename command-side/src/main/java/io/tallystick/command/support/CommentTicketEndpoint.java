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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/support-tickets/{id}/comments` of a customer.
@RestController
class CommentTicketEndpoint {

    private final TicketDesk desk;
    private final VisibleCustomers customers;

    CommentTicketEndpoint(TicketDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// What is written below a ticket.
    ///
    /// @param text Required. 1 to 5,000 printable characters
    record Request(@Nullable String text) {}

    /// Write something below an open ticket, as the customer or as its partner. Needs the
    /// permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `support_ticket_not_found`,
    /// 409 `ticket_closed` and `comment_limit`.
    ///
    /// @param customer the customer's id or key
    /// @param id the ticket's id
    @PostMapping("/api/v1/customers/{customer}/support-tickets/{id}/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> commentTicket(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        UUID owner = customers.visibleTo(caller, customer).customerId();
        var command = CommentTicket.of(caller.tenantId(), owner, id, request.text());
        long position = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(position))
                .build();
    }
}
