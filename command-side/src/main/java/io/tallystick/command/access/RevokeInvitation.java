package io.tallystick.command.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Team;
import java.util.UUID;

/// Takes an invitation back.
public record RevokeInvitation(Caller by, Team team, UUID invitationId) {

    /// @throws io.tallystick.edge.problem.ApiProblem 404 when there can be no such invitation
    public static RevokeInvitation of(Caller by, Team team, String id) {
        return new RevokeInvitation(by, team, MemberRule.id(id, "invitation"));
    }
}
