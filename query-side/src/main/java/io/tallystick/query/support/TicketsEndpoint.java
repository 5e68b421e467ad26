package io.tallystick.query.support;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.WaitFor;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/support-tickets` of a customer and of a partner, and one of them.
@RestController
class TicketsEndpoint {

    private final TicketsQuery query;
    private final VisibleCustomers customers;
    private final WaitFor waitFor;
    private final Clock clock;

    TicketsEndpoint(TicketsQuery query, VisibleCustomers customers, WaitFor waitFor, Clock clock) {
        this.query = query;
        this.customers = customers;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// List the tickets of a customer, the newest first. Needs the permission WRITE: who may only
    /// read has no tickets.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param state `open` or `closed`; all when left out
    @GetMapping("/api/v1/customers/{customer}/support-tickets")
    Page<TicketItem> listTickets(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.WRITE);
        UUID id = customers.visibleTo(caller, customer).customerId();
        return list(id, state, limit, cursor, position, caller);
    }

    /// List the tickets of all customers of a partner, the newest first. Needs a key of the partner
    /// or of an operator, and the permission WRITE.
    ///
    /// Errors: 403 `permission_missing` and `partner_only`.
    ///
    /// @param state `open` or `closed`; all when left out
    @GetMapping("/api/v1/support-tickets")
    Page<TicketItem> listPartnerTickets(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.WRITE);
        if (caller.customerScope() != null) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "partner_only",
                    "Tickets of several customers are for their partner.");
        }
        return list(null, state, limit, cursor, position, caller);
    }

    private Page<TicketItem> list(
            @Nullable UUID customerId,
            @Nullable String state,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String position,
            Caller caller) {
        if (state != null && !state.equals("open") && !state.equals("closed")) {
            throw ApiProblem.invalid("state", "unknown_value", "A state is open or closed.");
        }
        int items = Limit.of(limit);
        var filter =
                new TicketsQuery.Filter(
                        customerId, state, cursor == null ? null : Cursor.id(cursor));
        waitFor.header(position, TicketsQuery.PROJECTION);
        return query.list(caller.sight(), filter, items, clock.instant());
    }

    /// Read a ticket with all that was written in it. Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `support_ticket_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the ticket's id
    @GetMapping("/api/v1/customers/{customer}/support-tickets/{id}")
    Ticket findTicket(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.WRITE);
        UUID owner = customers.visibleTo(caller, customer).customerId();
        waitFor.header(position, TicketsQuery.PROJECTION);
        return query.find(caller.sight(), owner, id(id), caller, clock.instant())
                .orElseThrow(() -> ApiProblem.notFound("support_ticket"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notFound("support_ticket");
        }
    }
}
