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

/// `DELETE …/members/{id}` of a customer and of a partner.
@RestController
class RemoveMemberEndpoint {

    private final Commands commands;
    private final VisibleTeams teams;

    RemoveMemberEndpoint(Commands commands, VisibleTeams teams) {
        this.commands = commands;
        this.teams = teams;
    }

    /// Remove a member of a customer. Its sessions end with the next request on every node. Needs
    /// the permission ADMIN; nobody removes somebody above itself, and the last owner stays.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `customer_not_found` and
    /// `member_not_found`, 409 `last_owner`.
    ///
    /// @param customer the customer's id or key
    /// @param id the member's id
    @DeleteMapping("/api/v1/customers/{customer}/members/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> removeCustomerMember(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        Team team = teams.ofCustomer(caller, customer);
        return send(RemoveMember.of(caller, team, id), caller, http);
    }

    /// Remove a member of a partner. Its sessions end with the next request on every node. Needs an
    /// operator's key, or a key of the partner itself, and the permission ADMIN; nobody removes
    /// somebody above itself, and the last owner stays.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `partner_not_found` and
    /// `member_not_found`, 409 `last_owner`.
    ///
    /// @param partner the partner's id or key
    /// @param id the member's id
    @DeleteMapping("/api/v1/partners/{partner}/members/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> removePartnerMember(
            @PathVariable String partner,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        Team team = teams.ofPartner(caller, partner);
        return send(RemoveMember.of(caller, team, id), caller, http);
    }

    private ResponseEntity<Void> send(
            RemoveMember command, Caller caller, HttpServletRequest http) {
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
