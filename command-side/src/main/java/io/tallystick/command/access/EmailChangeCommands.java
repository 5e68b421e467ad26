package io.tallystick.command.access;

import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.EmailChanges;
import io.tallystick.edge.lookup.EmailChanges.EmailChange;
import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/// How another address becomes a member's, whatever it is used for.
@Component
class EmailChangeCommands {

    private final Teams teams;
    private final Members members;
    private final EmailChanges changes;
    private final Outbox outbox;
    private final PendingEmail pending;
    private final EmailChangeMails mails;
    private final Map<Purpose, AddressUse> uses;

    EmailChangeCommands(
            Teams teams,
            Members members,
            EmailChanges changes,
            Outbox outbox,
            PendingEmail pending,
            EmailChangeMails mails,
            List<AddressUse> uses) {
        this.teams = teams;
        this.members = members;
        this.changes = changes;
        this.outbox = outbox;
        this.pending = pending;
        this.mails = mails;
        this.uses =
                uses.stream().collect(Collectors.toMap(AddressUse::purpose, Function.identity()));
    }

    /// To ask again ends the link that was sent before. To ask for the address that is there
    /// already is no fact.
    @CommandHandler
    void decide(ChangeOwnEmail command) {
        teams.lock(command.team());
        Member member = member(command.team(), command.memberId());
        ProfileCommands.requireProof(member, command.provenHash());
        AddressUse use = use(command.purpose());
        String held = use.held(member);
        if (command.email().equals(held)) {
            return;
        }
        String told = held == null ? member.email() : held;
        EmailChangeRule.requireRoom(
                outbox.count(
                        member.team(),
                        EmailChangeMails.notice(command.purpose()),
                        told,
                        command.at().minus(EmailChangeRule.COUNTED_FOR)));
        use.require(member, command.email());
        pending.forget(member, command.purpose());
        changes.add(command.change(), LinkSecret.hash(command.token()));
        mails.of(command, told).forEach(outbox::keep);
        use.request(member, command);
    }

    /// Of two who follow a link at once the second finds nothing, because it reads again behind the
    /// lock.
    @CommandHandler
    void decide(ConfirmEmail command) {
        byte[] hash = LinkSecret.hash(command.token());
        EmailChange seen = OpenEmailChange.require(changes.byToken(hash), command.at());
        teams.lock(seen.team());
        EmailChange change = OpenEmailChange.require(changes.byToken(hash), command.at());
        Member member = member(change.team(), change.memberId());
        AddressUse use = use(change.purpose());
        use.require(member, change.email());
        use.take(member, change.email(), command.at());
        pending.forget(member, change.purpose());
    }

    private Member member(Team team, UUID memberId) {
        return members.find(team, memberId).orElseThrow(() -> ApiProblem.notFound("member"));
    }

    private AddressUse use(Purpose purpose) {
        AddressUse use = uses.get(purpose);
        if (use == null) {
            throw new IllegalStateException("nobody knows what is " + purpose);
        }
        return use;
    }
}
