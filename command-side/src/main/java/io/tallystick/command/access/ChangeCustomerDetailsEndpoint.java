package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `PATCH /api/v1/customers/{customer}`.
@RestController
class ChangeCustomerDetailsEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    ChangeCustomerDetailsEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// What is to change; what is left out stays.
    ///
    /// @param name 1 to 200 characters
    /// @param timeZone IANA name of the zone whose calendar the customer's periods follow
    /// @param currency ISO 4217 code
    /// @param country ISO 3166 code of two letters
    /// @param email where people write to; null removes it
    record Request(
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String currency,
            @Nullable String country,
            @Nullable JsonNode email) {}

    /// Change a customer. What is left out stays, and saving what is there already writes no fact.
    /// Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @PatchMapping("/api/v1/customers/{customer}")
    ResponseEntity<SavedCustomer> changeCustomer(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        Customers.Customer known = customers.visibleTo(caller, customer);
        var command =
                new ChangeCustomerDetails(
                        known.customerId(),
                        request.name(),
                        request.timeZone(),
                        request.currency(),
                        request.country(),
                        email(request.email()));
        Commands.Done<CustomerDetails> done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedCustomer.of(known.customerId(), known.key(), done.result()));
    }

    /// A field that is left out is null here, and a null that was sent is a node.
    private static @Nullable String email(@Nullable JsonNode email) {
        if (email == null || email.isString()) {
            return email == null ? null : email.asString();
        }
        if (email.isNull()) {
            return "";
        }
        throw ApiProblem.invalid("/email", "wrong_type", "An e-mail address is a string or null.");
    }
}
