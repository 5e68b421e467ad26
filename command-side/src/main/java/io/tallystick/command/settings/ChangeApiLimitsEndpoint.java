package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `PATCH …/settings/apiLimits` of a customer.
@RestController
class ChangeApiLimitsEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    ChangeApiLimitsEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// What is to change; what is left out stays.
    ///
    /// @param tier `standard` (100 requests in a minute), `premium` (500) or `enterprise`
    /// @param requestsPerMinute the number of `enterprise`, 1 to 1,000,000; no other tier has one
    record Request(@Nullable String tier, @Nullable Integer requestsPerMinute) {}

    /// The limits as the command left them.
    ///
    /// @param version of the customer's settings, for the next `If-Match`
    /// @param tier what was agreed
    /// @param requestsPerMinute what all keys of the customer may ask together
    /// @param eventsPerMinute what they may report together
    record Saved(long version, String tier, long requestsPerMinute, long eventsPerMinute) {}

    /// Change how fast the keys of a customer may ask. It holds for the next request on every node,
    /// and saving what is there already writes no fact. The header `If-Match` carries the version
    /// that the client has seen. Needs the permission WRITE, and a key of the partner or of an
    /// operator.
    ///
    /// Errors: 403 `permission_missing` and `partner_only`, 404 `customer_not_found`, 409
    /// `settings_changed`, 428 `precondition_required`.
    ///
    /// @param customer the customer's id or key
    @PatchMapping("/api/v1/customers/{customer}/settings/apiLimits")
    ResponseEntity<Saved> changeApiLimits(
            @PathVariable String customer,
            @RequestBody Request request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        if (caller.customerScope() != null) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "partner_only",
                    "A customer's key cannot change its own limits.");
        }
        UUID id = customers.visibleTo(caller, customer).customerId();
        var command =
                new ChangeApiLimits(
                        CustomerSettings.idOf(id),
                        caller.tenantId(),
                        id,
                        SeenVersion.of(seen),
                        ApiLimitsRule.tier(request.tier()),
                        request.requestsPerMinute());
        Commands.Done<ApiLimits> done = commands.send(command, caller, RequestId.of(http));
        ApiLimits limits = done.result();
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(
                        new Saved(
                                limits.version(),
                                limits.tier().lower(),
                                limits.requestsPerMinute(),
                                limits.eventsPerMinute()));
    }
}
