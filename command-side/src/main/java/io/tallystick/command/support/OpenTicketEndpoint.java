package io.tallystick.command.support;

import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/support-tickets` of a customer.
@RestController
class OpenTicketEndpoint {

    private final TicketDesk desk;
    private final VisibleCustomers customers;

    OpenTicketEndpoint(TicketDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// What is asked.
    ///
    /// @param subject Required. 1 to 200 printable characters in one line
    /// @param text Required. 1 to 5,000 printable characters
    /// @param priority `low`, `normal`, `high` or `urgent`; `normal` when left out
    record Request(@Nullable String subject, @Nullable String text, @Nullable String priority) {}

    /// A ticket as it was opened.
    ///
    /// @param id made by the server
    /// @param subject what it is about
    /// @param priority how urgent it is
    /// @param state `open`
    record Opened(UUID id, String subject, String priority, String state) {}

    /// Open a ticket. Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/support-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Opened> openTicket(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var command =
                OpenTicket.of(
                        caller.tenantId(),
                        id,
                        Ids.next(),
                        request.subject(),
                        request.text(),
                        request.priority());
        long position = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/customers/%s/support-tickets/%s"
                                        .formatted(id, command.ticketId())))
                .header(Positions.POSITION, Long.toString(position))
                .body(
                        new Opened(
                                command.ticketId(), command.subject(), command.priority(), "open"));
    }
}
