package io.tallystick.command.access;

import io.tallystick.edge.lookup.EmailChanges;
import io.tallystick.edge.lookup.EmailChanges.EmailChange;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.MemberEvent.MemberDetailsChanged;
import io.tallystick.events.access.MemberEvent.MemberEmailRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/// How a member comes to sign in with another address.
@Component
class EmailChangeCommands {

    private final Teams teams;
    private final Members members;
    private final EmailChanges changes;
    private final Outbox outbox;
    private final PendingEmail pending;
    private final EmailChangeMails mails;
    private final TeamFacts facts;

    EmailChangeCommands(
            Teams teams,
            Members members,
            EmailChanges changes,
            Outbox outbox,
            PendingEmail pending,
            EmailChangeMails mails,
            TeamFacts facts) {
        this.teams = teams;
        this.members = members;
        this.changes = changes;
        this.outbox = outbox;
        this.pending = pending;
        this.mails = mails;
        this.facts = facts;
    }

    /// To ask again ends the link that was sent before. To ask for the address that is there
    /// already is no fact.
    @CommandHandler
    void decide(ChangeOwnEmail command) {
        teams.lock(command.team());
        Member member =
                members.find(command.team(), command.memberId())
                        .orElseThrow(() -> ApiProblem.notFound("member"));
        ProfileCommands.requireProof(member, command.provenHash());
        if (member.email().equals(command.email())) {
            return;
        }
        EmailChangeRule.requireRoom(
                outbox.count(
                        member.team(),
                        EmailChangeMails.NOTICE,
                        member.email(),
                        command.at().minus(EmailChangeRule.COUNTED_FOR)));
        requireFree(command.email());
        pending.forget(member);
        changes.add(command.change(), InvitationToken.hash(command.token()));
        mails.of(command, member).forEach(outbox::keep);
        facts.publish(
                new MemberEmailRequested(
                        member.memberId(),
                        member.team().tenantId(),
                        member.team().customerId(),
                        command.email(),
                        command.expiresAt()),
                member.team());
    }

    private void requireFree(String email) {
        if (members.byEmail(email).isPresent()) {
            throw InvitationCommands.emailTaken();
        }
    }

    /// Of two who follow a link at once the second finds nothing, because it reads again behind the
    /// lock.
    @CommandHandler
    void decide(ConfirmEmail command) {
        byte[] hash = InvitationToken.hash(command.token());
        EmailChange seen = OpenEmailChange.require(changes.byToken(hash), command.at());
        teams.lock(seen.team());
        EmailChange change = OpenEmailChange.require(changes.byToken(hash), command.at());
        Member member =
                members.find(change.team(), change.memberId())
                        .orElseThrow(() -> ApiProblem.notFound("member"));
        requireFree(change.email());
        if (!members.changeEmail(member, change.email())) {
            throw InvitationCommands.emailTaken();
        }
        pending.forget(member);
        facts.publish(
                new MemberDetailsChanged(
                        member.memberId(),
                        member.team().tenantId(),
                        member.team().customerId(),
                        member.name(),
                        change.email()),
                member.team());
    }
}
