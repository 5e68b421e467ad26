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
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/customers` adds a customer to the caller's partner. Errors: 400 `invalid_request`,
/// 403 `permission_missing`, 409 `customer_key_taken`.
@RestController
class CreateCustomerEndpoint {

    private final Commands commands;

    CreateCustomerEndpoint(Commands commands) {
        this.commands = commands;
    }

    record Request(
            @Nullable String key,
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String email) {}

    @PostMapping("/api/v1/customers")
    ResponseEntity<CustomerView> create(
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
                .body(CustomerView.of(command.customerId(), command.key(), command.details()));
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
        return new CreateCustomer(Ids.next(), tenantId, key, details);
    }
}
