package io.tallystick.command.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Team;
import java.util.UUID;

/// Ends a membership.
public record RemoveMember(Caller by, Team team, UUID memberId) {

    /// @throws io.tallystick.edge.problem.ApiProblem 404 when there can be no such member
    public static RemoveMember of(Caller by, Team team, String id) {
        return new RemoveMember(by, team, MemberRule.id(id, "member"));
    }
}
