package io.tallystick.command.access;

import io.tallystick.edge.lookup.Avatars;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.picture.Png;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.MemberEvent.MemberAvatarChanged;
import io.tallystick.events.access.MemberEvent.MemberDetailsChanged;
import io.tallystick.events.access.MemberEvent.MemberPasswordChanged;
import io.tallystick.events.access.MemberEvent.MemberSignedOutEverywhere;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What members change of themselves.
@Component
class ProfileCommands {

    private final Teams teams;
    private final Members members;
    private final Avatars avatars;
    private final PendingEmail pending;
    private final TeamFacts facts;

    ProfileCommands(
            Teams teams, Members members, Avatars avatars, PendingEmail pending, TeamFacts facts) {
        this.teams = teams;
        this.members = members;
        this.avatars = avatars;
        this.pending = pending;
        this.facts = facts;
    }

    /// Saving what is there already writes no fact.
    @CommandHandler
    void decide(ChangeOwnName command) {
        Member member = locked(command.team(), command.memberId());
        if (member.name().equals(command.name())) {
            return;
        }
        members.changeName(member, command.name());
        facts.publish(
                new MemberDetailsChanged(
                        member.memberId(),
                        member.team().tenantId(),
                        member.team().customerId(),
                        command.name(),
                        member.email()),
                member.team());
    }

    @CommandHandler
    void decide(ChangeOwnPassword command) {
        Member member = locked(command.team(), command.memberId());
        requireProof(member, command.provenHash());
        members.changePassword(member, command.passwordHash());
        pending.forget(member);
        facts.publish(
                new MemberPasswordChanged(
                        member.memberId(), member.team().tenantId(), member.team().customerId()),
                member.team());
    }

    @CommandHandler
    void decide(EndOwnSessions command) {
        Member member = locked(command.team(), command.memberId());
        members.endSessions(member);
        pending.forget(member);
        facts.publish(
                new MemberSignedOutEverywhere(
                        member.memberId(), member.team().tenantId(), member.team().customerId()),
                member.team());
    }

    /// The picture that is there already, and none where there is none, write no fact.
    @CommandHandler
    void decide(ChangeOwnAvatar command) {
        Member member = locked(command.team(), command.memberId());
        Png avatar = command.avatar();
        boolean changed =
                avatar == null ? avatars.remove(member) : avatars.put(member, avatar, command.at());
        if (!changed) {
            return;
        }
        facts.publish(
                new MemberAvatarChanged(
                        member.memberId(),
                        member.team().tenantId(),
                        member.team().customerId(),
                        avatar == null ? null : avatar.sha256()),
                member.team());
    }

    /// @param provenHash of the password that was asked for before
    static void requireProof(Member member, String provenHash) {
        if (!member.passwordHash().equals(provenHash)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "concurrent_change",
                    "The password was changed meanwhile. Sign in again.");
        }
    }

    private Member locked(Team team, UUID memberId) {
        teams.lock(team);
        return members.find(team, memberId).orElseThrow(() -> ApiProblem.notFound("member"));
    }
}
