package io.tallystick.command.credits;

import io.tallystick.command.Commands.Done;
import io.tallystick.command.credits.CreditRows.Hold;
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

/// `POST …/credits/holds` of a customer.
@RestController
class HoldCreditsEndpoint {

    private final CreditDesk desk;
    private final VisibleCustomers customers;

    HoldCreditsEndpoint(CreditDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// Credits to be set aside.
    ///
    /// @param callId Required. 1 to 200 printable characters; the `callId` that the usage of the
    ///   call will have
    /// @param amount Required. A decimal text, more than 0 and at most 10¹², with at most 6
    ///   decimals
    /// @param ttlSeconds how long, 1 to 3,600; 60 when left out
    record Request(
            @Nullable String callId, @Nullable String amount, @Nullable Integer ttlSeconds) {}

    /// Hold credits for a call that is going on. What a call may cost is decided here and only
    /// here: holds and overdraft together never exceed what there is. Needs the permission WRITE.
    ///
    /// Errors: 402 `insufficient_credits`, 403 `permission_missing`, 404 `customer_not_found`, 409
    /// `credits_disabled` and `call_held`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/credits/holds")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SavedHold> holdCredits(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var command =
                HoldCredits.of(
                        caller.tenantId(),
                        id,
                        Ids.next(),
                        request.callId(),
                        request.amount(),
                        request.ttlSeconds());
        Done<Hold> done = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id + "/credits/holds"))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedHold.of(done.result()));
    }
}
