package io.tallystick.command.access;

import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.Invitations;
import io.tallystick.edge.lookup.Invitations.Invitation;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.MemberEvent.InvitationAccepted;
import io.tallystick.events.access.MemberEvent.InvitationRevoked;
import io.tallystick.events.access.MemberEvent.MemberInvited;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Members and invitations are no aggregates: rules are about all people of a team, and it is the
/// team's row that nodes lock in turn.
@Component
class InvitationCommands {

    private final Teams teams;
    private final Members members;
    private final Invitations invitations;
    private final Outbox outbox;
    private final InvitationMail mail;
    private final TeamRoom room;
    private final TeamFacts facts;

    InvitationCommands(
            Teams teams,
            Members members,
            Invitations invitations,
            Outbox outbox,
            InvitationMail mail,
            TeamRoom room,
            TeamFacts facts) {
        this.teams = teams;
        this.members = members;
        this.invitations = invitations;
        this.outbox = outbox;
        this.mail = mail;
        this.room = room;
        this.facts = facts;
    }

    @CommandHandler
    void decide(InviteMember command) {
        Team team = command.team();
        String name = teams.lock(team);
        RoleCeiling.require(command.by(), team, command.role(), members);
        requireStranger(command.email());
        room.requireFor(team, command.email(), command.at());
        invitations.add(
                new Invitation(
                        team,
                        command.invitationId(),
                        command.email(),
                        command.role(),
                        command.expiresAt(),
                        "open"),
                LinkSecret.hash(command.token()));
        outbox.keep(mail.of(command, name));
        facts.publish(
                new MemberInvited(
                        command.invitationId(),
                        team.tenantId(),
                        team.customerId(),
                        command.email(),
                        command.role().lower(),
                        command.expiresAt()),
                team);
    }

    private void requireStranger(String email) {
        if (members.byEmail(email).isPresent()) {
            throw emailTaken();
        }
    }

    /// @return who it is from here on
    @CommandHandler
    Member decide(AcceptInvitation command) {
        Invitation invitation = open(command.token(), command.at());
        room.requireOpen(invitation.team());
        var member =
                new Member(
                        invitation.team(),
                        command.memberId(),
                        invitation.email(),
                        command.name(),
                        invitation.role(),
                        command.passwordHash(),
                        0);
        if (!members.reserve(member)) {
            throw emailTaken();
        }
        end(invitation, "accepted");
        facts.publish(
                new InvitationAccepted(
                        invitation.invitationId(),
                        member.memberId(),
                        invitation.team().tenantId(),
                        invitation.team().customerId(),
                        member.email(),
                        member.name(),
                        member.role().lower()),
                invitation.team());
        return member;
    }

    /// Of two who accept at once the second finds it accepted, because it reads again behind the
    /// lock.
    private Invitation open(String token, Instant at) {
        byte[] hash = LinkSecret.hash(token);
        Team team =
                invitations
                        .byToken(hash)
                        .orElseThrow(() -> ApiProblem.notFound("invitation"))
                        .team();
        teams.lock(team);
        return OpenInvitation.require(invitations.byToken(hash), at);
    }

    /// To revoke again is no fault and no fact.
    @CommandHandler
    void decide(RevokeInvitation command) {
        teams.lock(command.team());
        Invitation invitation =
                invitations
                        .find(command.team(), command.invitationId())
                        .orElseThrow(() -> ApiProblem.notFound("invitation"));
        RoleCeiling.require(command.by(), command.team(), invitation.role(), members);
        if (invitation.state().equals("accepted")) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "invitation_accepted",
                    "It was accepted. Remove the member instead.");
        }
        if (invitation.isOpen()) {
            end(invitation, "revoked");
            facts.publish(
                    new InvitationRevoked(
                            invitation.invitationId(),
                            command.team().tenantId(),
                            command.team().customerId()),
                    command.team());
        }
    }

    private void end(Invitation invitation, String state) {
        invitations.close(invitation, state);
        outbox.purge(invitation.team().tenantId(), invitation.invitationId());
    }

    static ApiProblem emailTaken() {
        return new ApiProblem(
                HttpStatus.CONFLICT, "email_taken", "Somebody has this e-mail address already.");
    }
}
