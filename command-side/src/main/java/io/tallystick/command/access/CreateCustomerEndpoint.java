package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/customers`.
@RestController
class CreateCustomerEndpoint {

    private final Commands commands;

    CreateCustomerEndpoint(Commands commands) {
        this.commands = commands;
    }

    /// A new customer.
    ///
    /// @param key Required. 1 to 128 printable characters without a slash, unique in the partner,
    ///   never changed; the `subject` of the customer's events
    /// @param name Required. 1 to 200 characters
    /// @param timeZone IANA name of the zone whose calendar the customer's periods follow; `UTC`
    ///   when left out
    /// @param currency ISO 4217 code; `USD` when left out
    /// @param country ISO 3166 code of two letters; `US` when left out
    /// @param email where people write to
    /// @param demo whether it is a customer to look at and not to bill, which never changes; false
    ///   when left out
    record Request(
            @Nullable String key,
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String email,
            @Nullable Boolean demo) {}

    /// Create a customer. It belongs to the partner that the caller acts in. All faults of the
    /// request are named at once. Needs the permission WRITE.
    ///
    /// Errors: 403 `permission_missing` and `partner_only`, 409 `customer_key_taken`.
    @PostMapping("/api/v1/customers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SavedCustomer> createCustomer(
            @RequestBody Request request, Caller caller, HttpServletRequest http) {
        caller.require(Permission.WRITE);
        if (caller.customerScope() != null) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "partner_only",
                    "A customer's key cannot create customers.");
        }
        CreateCustomer command = command(request, caller.tenantId());
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + command.customerId()))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(SavedCustomer.of(command.customerId(), command.key(), command.details()));
    }

    private static CreateCustomer command(Request request, UUID tenantId) {
        List<FieldError> errors = new ArrayList<>();
        String key = Required.text(request.key(), "/key", errors);
        String name = Required.text(request.name(), "/name", errors);
        CustomerDetailsRule.refuse(errors);
        KeyRule.checkCustomer(key, errors);
        CustomerDetailsRule.refuse(errors);
        var details =
                new CustomerDetails(
                        name,
                        Optional.ofNullable(request.timeZone()).orElse("UTC"),
                        Optional.ofNullable(request.currency()).orElse("USD"),
                        Optional.ofNullable(request.country()).orElse("US"),
                        request.email());
        return new CreateCustomer(
                Ids.next(), tenantId, key, details, Boolean.TRUE.equals(request.demo()));
    }
}
