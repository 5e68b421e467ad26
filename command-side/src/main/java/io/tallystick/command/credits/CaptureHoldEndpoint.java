package io.tallystick.command.credits;

import io.tallystick.command.Commands.Done;
import io.tallystick.command.credits.CreditRows.Hold;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/credits/holds/{hold}/capture` of a customer.
@RestController
class CaptureHoldEndpoint {

    private final CreditDesk desk;
    private final VisibleCustomers customers;

    CaptureHoldEndpoint(CreditDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// What the call has cost.
    ///
    /// @param amount at most what is held; all of it when left out
    record Request(@Nullable String amount) {}

    /// Pay for a call that has ended with its hold. What the usage of the same call costs more or
    /// less is burned or given back when it comes. Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `hold_not_found`, 409
    /// `hold_captured`, `hold_released` and `hold_expired`.
    ///
    /// @param customer the customer's id or key
    /// @param hold its id
    @PostMapping("/api/v1/customers/{customer}/credits/holds/{hold}/capture")
    ResponseEntity<SavedHold> captureHold(
            @PathVariable String customer,
            @PathVariable String hold,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        var command =
                CaptureHold.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        CreditRule.holdId(hold),
                        request.amount());
        Done<Hold> done = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedHold.of(done.result()));
    }
}
