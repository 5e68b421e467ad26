package io.tallystick.command.credits;

import io.tallystick.command.Commands.Done;
import io.tallystick.command.credits.CreditRows.Hold;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/credits/holds/{hold}/release` of a customer.
@RestController
class ReleaseHoldEndpoint {

    private final CreditDesk desk;
    private final VisibleCustomers customers;

    ReleaseHoldEndpoint(CreditDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// End a hold that pays for nothing. Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `hold_not_found`, 409
    /// `hold_captured`, `hold_released` and `hold_expired`.
    ///
    /// @param customer the customer's id or key
    /// @param hold its id
    @PostMapping("/api/v1/customers/{customer}/credits/holds/{hold}/release")
    ResponseEntity<SavedHold> releaseHold(
            @PathVariable String customer,
            @PathVariable String hold,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        var command =
                new ReleaseHold(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        CreditRule.holdId(hold));
        Done<Hold> done = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedHold.of(done.result()));
    }
}
