package io.tallystick.command.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.TeamSettings;
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
import tools.jackson.databind.JsonNode;

/// `PATCH …/settings/team` of a customer.
@RestController
class ChangeTeamEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    ChangeTeamEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// What is to change; what is left out stays.
    ///
    /// @param enabled whether the customer's people may sign in
    /// @param max members and open invitations together, 0 to 10,000; null for no limit
    record Request(
            @Nullable Boolean enabled,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) @Nullable JsonNode max) {}

    /// The team's settings as the command left them.
    ///
    /// @param version of the customer's settings, for the next `If-Match`
    /// @param enabled whether the customer's people may sign in
    /// @param max members and open invitations together; null for no limit
    record SavedTeam(long version, boolean enabled, @Nullable Integer max) {}

    /// Change whether a customer has people of its own, and how many. It holds for the next request
    /// on every node, and saving what is there already writes no fact. Who is there already stays
    /// when the maximum is lowered. The header `If-Match` carries the version that the client has
    /// seen. Needs the permission WRITE, and a key of the partner or of an operator.
    ///
    /// Errors: 403 `permission_missing` and `partner_only`, 404 `customer_not_found`, 409
    /// `settings_changed`, 428 `precondition_required`.
    ///
    /// @param customer the customer's id or key
    @PatchMapping("/api/v1/customers/{customer}/settings/team")
    ResponseEntity<SavedTeam> changeTeam(
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
                new ChangeTeam(
                        CustomerSettings.idOf(id),
                        caller.tenantId(),
                        id,
                        SeenVersion.of(seen),
                        request.enabled(),
                        TeamRule.max(request.max()));
        Commands.Done<CustomerSettings.Saved> done =
                commands.send(command, caller, RequestId.of(http));
        TeamSettings team = done.result().team();
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(new SavedTeam(done.result().version(), team.enabled(), team.max()));
    }
}
