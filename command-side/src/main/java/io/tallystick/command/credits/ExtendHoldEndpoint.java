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

/// `POST …/credits/holds/{hold}/extend` of a customer.
@RestController
class ExtendHoldEndpoint {

    private final CreditDesk desk;
    private final VisibleCustomers customers;

    ExtendHoldEndpoint(CreditDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// How a hold goes on.
    ///
    /// @param amount how many credits more; none when left out
    /// @param ttlSeconds how long from now, 1 to 3,600; 60 when left out
    record Request(@Nullable String amount, @Nullable Integer ttlSeconds) {}

    /// Let a hold go on, with more credits or as many. Where nothing is left it may for
    /// `aiCredits.graceSeconds`. Needs the permission WRITE.
    ///
    /// Errors: 402 `insufficient_credits`, 403 `permission_missing`, 404 `customer_not_found` and
    /// `hold_not_found`, 409 `credits_disabled`, `hold_captured`, `hold_released` and
    /// `hold_expired`.
    ///
    /// @param customer the customer's id or key
    /// @param hold its id
    @PostMapping("/api/v1/customers/{customer}/credits/holds/{hold}/extend")
    ResponseEntity<SavedHold> extendHold(
            @PathVariable String customer,
            @PathVariable String hold,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        var command =
                ExtendHold.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        CreditRule.holdId(hold),
                        request.amount(),
                        request.ttlSeconds());
        Done<Hold> done = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedHold.of(done.result()));
    }
}
