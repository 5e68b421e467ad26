package io.tallystick.command.access;

import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.MemberEvent.MemberRemoved;
import io.tallystick.events.access.MemberEvent.MemberRoleChanged;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Roles, and who goes. A team that had an owner keeps one: the team is locked before its owners
/// are counted.
@Component
class MemberCommands {

    private final Teams teams;
    private final Members members;
    private final PendingEmail pending;
    private final TeamFacts facts;

    MemberCommands(Teams teams, Members members, PendingEmail pending, TeamFacts facts) {
        this.teams = teams;
        this.members = members;
        this.pending = pending;
        this.facts = facts;
    }

    @CommandHandler
    Member decide(ChangeMemberRole command) {
        Team team = command.team();
        teams.lock(team);
        Member member = member(team, command.memberId());
        RoleCeiling.require(command.by(), team, member.role(), members);
        RoleCeiling.require(command.by(), team, command.role(), members);
        if (member.role() == command.role()) {
            return member;
        }
        requireAnotherOwner(member);
        members.changeRole(member, command.role());
        facts.publish(
                new MemberRoleChanged(
                        member.memberId(),
                        team.tenantId(),
                        team.customerId(),
                        command.role().lower()),
                team);
        return member(team, command.memberId());
    }

    @CommandHandler
    void decide(RemoveMember command) {
        Team team = command.team();
        teams.lock(team);
        Member member = member(team, command.memberId());
        RoleCeiling.require(command.by(), team, member.role(), members);
        requireAnotherOwner(member);
        pending.forget(member);
        members.remove(member);
        facts.publish(
                new MemberRemoved(member.memberId(), team.tenantId(), team.customerId()), team);
    }

    private Member member(Team team, UUID memberId) {
        return members.find(team, memberId).orElseThrow(() -> ApiProblem.notFound("member"));
    }

    private void requireAnotherOwner(Member member) {
        if (member.role() == MemberRole.OWNER && members.owners(member.team()) < 2) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "last_owner",
                    "The last owner cannot go. Make somebody else an owner first.");
        }
    }
}
