package io.tallystick.command.access.clients;

import io.tallystick.command.Commands;
import io.tallystick.command.access.clients.CreateClients.Outcome;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/clients` of a customer.
@RestController
class CreateClientEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Clock clock;

    CreateClientEndpoint(Commands commands, VisibleCustomers customers, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.clock = clock;
    }

    /// Who is served.
    ///
    /// @param name Required. 1 to 200 printable characters
    /// @param email Required. Unique among the customer's clients, and compared without regard to
    ///   case
    /// @param externalId what the customer's own system calls it: 1 to 100 printable characters,
    ///   unique among the customer's clients
    /// @param phone a telephone number; one that does not begin with its country's code is read as
    ///   one of the customer's country
    record Request(
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String phone) {}

    /// Create a client. While the portal and its auto-invite are on, a mail with a link invites it,
    /// unless the customer has invited this address before. Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, 409 `client_email_taken`,
    /// `client_external_id_taken` and `client_limit`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/clients")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SavedClient> createClient(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        Customer found = customers.visibleTo(caller, customer);
        var command =
                CreateClients.one(
                        caller.tenantId(),
                        found,
                        request.name(),
                        request.email(),
                        request.externalId(),
                        request.phone(),
                        clock.instant());
        Commands.Done<List<Outcome>> done = commands.send(command, caller, RequestId.of(http));
        CreateClients.requireDone(done.result());
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/customers/%s/clients/%s"
                                        .formatted(found.customerId(), command.clientId())))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedClient.of(command, done.result().getFirst().invited()));
    }
}
