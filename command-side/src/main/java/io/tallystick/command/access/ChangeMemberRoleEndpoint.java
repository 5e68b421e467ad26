package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleTeams;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `PATCH …/members/{id}` of a customer and of a partner.
@RestController
class ChangeMemberRoleEndpoint {

    private final Commands commands;
    private final VisibleTeams teams;

    ChangeMemberRoleEndpoint(Commands commands, VisibleTeams teams) {
        this.commands = commands;
        this.teams = teams;
    }

    /// What is to change. Name and e-mail address are the member's own to change.
    ///
    /// @param role Required. `owner`, `admin`, `manager`, `viewer` or `publisher`
    record Request(@Nullable String role) {}

    /// A member as the command left it.
    ///
    /// @param id made by the server
    /// @param email where it is written to, and what it signs in with
    /// @param name what people call it
    /// @param role what it is from now on
    record Saved(UUID id, String email, String name, String role) {}

    /// Give a member of a customer another role. It holds for the next request on every node. Needs
    /// the permission ADMIN; nobody changes or gives a role above its own, and the last owner stays
    /// one.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `customer_not_found` and
    /// `member_not_found`, 409 `last_owner`.
    ///
    /// @param customer the customer's id or key
    /// @param id the member's id
    @PatchMapping("/api/v1/customers/{customer}/members/{id}")
    ResponseEntity<Saved> changeCustomerMember(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        return change(teams.ofCustomer(caller, customer), id, request, caller, http);
    }

    /// Give a member of a partner another role. It holds for the next request on every node. Needs
    /// an operator's key, or a key of the partner itself, and the permission ADMIN; nobody changes
    /// or gives a role above its own, and the last owner stays one.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `partner_not_found` and
    /// `member_not_found`, 409 `last_owner`.
    ///
    /// @param partner the partner's id or key
    /// @param id the member's id
    @PatchMapping("/api/v1/partners/{partner}/members/{id}")
    ResponseEntity<Saved> changePartnerMember(
            @PathVariable String partner,
            @PathVariable String id,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        return change(teams.ofPartner(caller, partner), id, request, caller, http);
    }

    private ResponseEntity<Saved> change(
            Team team, String id, Request request, Caller caller, HttpServletRequest http) {
        var command = ChangeMemberRole.of(caller, team, id, request.role());
        Commands.Done<Member> done = commands.send(command, caller, RequestId.of(http));
        Member member = done.result();
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(
                        new Saved(
                                member.memberId(),
                                member.email(),
                                member.name(),
                                member.role().lower()));
    }
}
