package io.tallystick.command.access.embed;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE …/embed-urls/{id}` of a customer.
@RestController
class RevokeEmbedUrlEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Clock clock;

    RevokeEmbedUrlEndpoint(Commands commands, VisibleCustomers customers, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.clock = clock;
    }

    /// Revoke an embed URL. Its link and its session hold no more from the next request on, on
    /// every node. To revoke again changes nothing. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `embed_url_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the embed URL's id
    @DeleteMapping("/api/v1/customers/{customer}/embed-urls/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revokeEmbedUrl(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        var command =
                RevokeEmbedUrl.of(
                        caller.tenantId(),
                        customers.visibleTo(caller, customer).customerId(),
                        id,
                        clock.instant());
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
