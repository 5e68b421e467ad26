package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleTeams;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE …/invitations/{id}` of a customer and of a partner.
@RestController
class RevokeInvitationEndpoint {

    private final Commands commands;
    private final VisibleTeams teams;

    RevokeInvitationEndpoint(Commands commands, VisibleTeams teams) {
        this.commands = commands;
        this.teams = teams;
    }

    /// Revoke an invitation to a customer. Its link does not work any more. To revoke it again
    /// changes nothing. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `customer_not_found` and
    /// `invitation_not_found`, 409 `invitation_accepted`.
    ///
    /// @param customer the customer's id or key
    /// @param id the invitation's id
    @DeleteMapping("/api/v1/customers/{customer}/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revokeCustomerInvitation(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        Team team = teams.ofCustomer(caller, customer);
        return send(RevokeInvitation.of(caller, team, id), caller, http);
    }

    /// Revoke an invitation to a partner. Its link does not work any more. To revoke it again
    /// changes nothing. Needs an operator's key, or a key of the partner itself, and the permission
    /// ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `partner_not_found` and
    /// `invitation_not_found`, 409 `invitation_accepted`.
    ///
    /// @param partner the partner's id or key
    /// @param id the invitation's id
    @DeleteMapping("/api/v1/partners/{partner}/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revokePartnerInvitation(
            @PathVariable String partner,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        Team team = teams.ofPartner(caller, partner);
        return send(RevokeInvitation.of(caller, team, id), caller, http);
    }

    private ResponseEntity<Void> send(
            RevokeInvitation command, Caller caller, HttpServletRequest http) {
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
