package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleTeams;
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

/// `POST …/members` of a customer and of a partner.
@RestController
class InviteMemberEndpoint {

    private final Commands commands;
    private final VisibleTeams teams;
    private final Clock clock;

    InviteMemberEndpoint(Commands commands, VisibleTeams teams, Clock clock) {
        this.commands = commands;
        this.teams = teams;
        this.clock = clock;
    }

    /// Who is invited.
    ///
    /// @param email Required. Where the invitation goes; unique over the installation, and compared
    ///   without regard to case
    /// @param role Required. `owner`, `admin`, `manager`, `viewer` or `publisher`
    record Request(@Nullable String email, @Nullable String role) {}

    /// An invitation as it was made. Its secret is in the mail only.
    ///
    /// @param id made by the server; the member gets another one
    /// @param email the address in the form in which addresses are compared
    /// @param role what the member will be
    /// @param expiresAt until when it may be accepted
    record Invited(UUID id, String email, String role, Instant expiresAt) {}

    /// Invite somebody to a customer. The mail has a link that works once, for seven days. Needs
    /// the permission ADMIN; nobody gives a role above its own, and a customer's key counts as an
    /// admin.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `customer_not_found`, 409
    /// `email_taken`, `already_invited`, `invitation_limit`, `team_full` and `team_disabled`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/members")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Invited> inviteCustomerMember(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        Team team = teams.ofCustomer(caller, customer);
        return invite(request, team, "/api/v1/customers/" + team.customerId(), caller, http);
    }

    /// Invite somebody to a partner. The mail has a link that works once, for seven days. Needs an
    /// operator's key, or a key of the partner itself, and the permission ADMIN; nobody gives a
    /// role above its own, and a partner's key counts as an admin.
    ///
    /// Errors: 403 `permission_missing` and `role_above_own`, 404 `partner_not_found`, 409
    /// `email_taken`, `already_invited` and `invitation_limit`.
    ///
    /// @param partner the partner's id or key
    @PostMapping("/api/v1/partners/{partner}/members")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Invited> invitePartnerMember(
            @PathVariable String partner,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        Team team = teams.ofPartner(caller, partner);
        return invite(request, team, "/api/v1/partners/" + team.tenantId(), caller, http);
    }

    private ResponseEntity<Invited> invite(
            Request request, Team team, String owner, Caller caller, HttpServletRequest http) {
        InviteMember command =
                InviteMember.of(
                        caller, team, Ids.next(), request.email(), request.role(), clock.instant());
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(URI.create(owner + "/invitations/" + command.invitationId()))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(
                        new Invited(
                                command.invitationId(),
                                command.email(),
                                command.role().lower(),
                                command.expiresAt()));
    }
}
