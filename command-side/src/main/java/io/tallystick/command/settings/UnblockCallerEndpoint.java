package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE …/blocked-callers/{number}` of a customer.
@RestController
class UnblockCallerEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    UnblockCallerEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// Unblock a caller. It holds for the next call on every node, and the count of its calls that
    /// were stopped is kept. To unblock whoever is not blocked changes nothing. Needs the
    /// permission ADMIN.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param number a telephone number, as it may be blocked
    @DeleteMapping("/api/v1/customers/{customer}/blocked-callers/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> unblockCaller(
            @PathVariable String customer,
            @PathVariable String number,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        var command =
                UnblockCaller.of(caller.tenantId(), customers.visibleTo(caller, customer), number);
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
