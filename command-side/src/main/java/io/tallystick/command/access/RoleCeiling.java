package io.tallystick.command.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// The highest role that somebody may give or take. Nobody gives a role above its own; who stands
/// above a team may make owners of it, and a key of the team itself counts as an admin.
final class RoleCeiling {

    private RoleCeiling() {}

    /// @throws ApiProblem 403 when the role is above the caller's own
    static void require(Caller caller, Team team, MemberRole role, Members members) {
        if (role.isAbove(of(caller, team, members))) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "role_above_own",
                    "The role " + role.lower() + " is above your own.");
        }
    }

    /// A member's own role is read in the command's transaction: it may have been taken since the
    /// request began.
    private static MemberRole of(Caller caller, Team team, Members members) {
        boolean above =
                caller.isOperator()
                        || (team.customerId() != null && caller.customerScope() == null);
        if (above) {
            return MemberRole.OWNER;
        }
        if (!caller.isMember()) {
            return MemberRole.ADMIN;
        }
        return members.find(team, UUID.fromString(caller.actorId()))
                .map(Member::role)
                .orElse(MemberRole.PUBLISHER);
    }
}
