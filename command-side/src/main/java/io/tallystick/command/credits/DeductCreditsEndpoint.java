package io.tallystick.command.credits;

import io.tallystick.command.Commands.Done;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
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

/// `POST …/credits/deductions` of a customer.
@RestController
class DeductCreditsEndpoint {

    private final CreditDesk desk;
    private final VisibleCustomers customers;

    DeductCreditsEndpoint(CreditDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// Credits to be taken.
    ///
    /// @param amount Required. A decimal text, more than 0 and at most 10¹², with at most 6
    ///   decimals
    /// @param reason Required. 1 to 500 printable characters in one line
    /// @param override whether to take them even where less than the floor is left; false when left
    ///   out
    record Request(@Nullable String amount, @Nullable String reason, @Nullable Boolean override) {}

    /// Credits that were taken.
    ///
    /// @param id of the deduction
    /// @param amount how many
    /// @param reason why
    record Deducted(UUID id, String amount, String reason) {}

    /// Take credits from a customer. It cannot be undone. Needs the permission ADMIN of the
    /// partner.
    ///
    /// Errors: 403 `permission_missing` and `partner_only`, 404 `customer_not_found`, 409
    /// `below_floor` for more than there is beside holds and the overdraft.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/credits/deductions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Deducted> deductCredits(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        CreditDesk.requirePartner(caller);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var command =
                DeductCredits.of(
                        caller.tenantId(),
                        id,
                        Ids.next(),
                        request.amount(),
                        request.reason(),
                        Boolean.TRUE.equals(request.override()));
        Done<@Nullable Void> done = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id + "/credits"))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(
                        new Deducted(
                                command.deductionId(),
                                command.amount().toPlainString(),
                                command.reason()));
    }
}
