package io.tallystick.command.credits;

import io.tallystick.command.Commands.Done;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/credits/grants` of a customer.
@RestController
class GrantCreditsEndpoint {

    private final CreditDesk desk;
    private final VisibleCustomers customers;
    private final Clock clock;

    GrantCreditsEndpoint(CreditDesk desk, VisibleCustomers customers, Clock clock) {
        this.desk = desk;
        this.customers = customers;
        this.clock = clock;
    }

    /// Credits to be given.
    ///
    /// @param amount Required. A decimal text, more than 0 and at most 10¹², with at most 6
    ///   decimals
    /// @param kind `paid` or `promotional`; `paid` when left out
    /// @param priority 1 to 1,000, the lower one pays first; 100 when left out
    /// @param effectiveAt from when on they pay; at once when left out
    /// @param expiresAt from when on they pay no more, after `effectiveAt`; never when left out
    /// @param note at most 500 printable characters in one line
    record Request(
            @Nullable String amount,
            @Nullable String kind,
            @Nullable Integer priority,
            @Nullable Instant effectiveAt,
            @Nullable Instant expiresAt,
            @Nullable String note) {}

    /// Credits that were given.
    ///
    /// @param id of the lot
    /// @param amount how many
    /// @param kind `paid` or `promotional`
    /// @param priority the lower one pays first
    /// @param effectiveAt from when on they pay; null for at once
    /// @param expiresAt from when on they pay no more; null for never
    /// @param note what was noted
    record Granted(
            UUID id,
            String amount,
            String kind,
            int priority,
            @Nullable Instant effectiveAt,
            @Nullable Instant expiresAt,
            @Nullable String note) {}

    /// Give a customer credits. They are one lot: burned by priority, then by what expires first.
    /// What usage has cost beyond the balance is paid first. Needs the permission ADMIN of the
    /// partner.
    ///
    /// Errors: 403 `permission_missing` and `partner_only`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/credits/grants")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Granted> grantCredits(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        CreditDesk.requirePartner(caller);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var command =
                GrantCredits.of(
                        caller.tenantId(),
                        id,
                        Ids.next(),
                        new GrantCredits.Wish(
                                request.amount(),
                                request.kind(),
                                request.priority(),
                                request.effectiveAt(),
                                request.expiresAt(),
                                request.note()),
                        clock.instant());
        Done<@Nullable Void> done = desk.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id + "/credits"))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(
                        new Granted(
                                command.lotId(),
                                command.amount().toPlainString(),
                                command.kind(),
                                command.priority(),
                                command.effectiveAt(),
                                command.expiresAt(),
                                command.note()));
    }
}
