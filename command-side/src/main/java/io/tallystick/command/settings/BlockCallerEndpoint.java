package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.BlockedCallers.BlockedCaller;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/blocked-callers` of a customer.
@RestController
class BlockCallerEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Clock clock;

    BlockCallerEndpoint(Commands commands, VisibleCustomers customers, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.clock = clock;
    }

    /// A caller.
    ///
    /// @param number Required. A telephone number; one that does not begin with its country's code
    ///   is read as one of the customer's country
    record Request(@Nullable String number) {}

    /// A caller that is let through no more.
    ///
    /// @param number as E.164 writes it
    /// @param blockedAt since when
    record Blocked(String number, Instant blockedAt) {}

    /// Block a caller for the whole customer. It holds for the next call on every node. Whoever is
    /// blocked already stays so, which is no fault. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, 409 `blocked_caller_limit`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/blocked-callers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Blocked> blockCaller(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        Customer found = customers.visibleTo(caller, customer);
        var command =
                BlockCaller.of(
                        caller.tenantId(), found, request.number(), Ids.next(), clock.instant());
        Commands.Done<BlockedCaller> done = commands.send(command, caller, RequestId.of(http));
        BlockedCaller blocked = done.result();
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/customers/%s/blocked-callers/%s"
                                        .formatted(found.customerId(), blocked.number())))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(new Blocked(blocked.number(), blocked.blockedAt()));
    }
}
