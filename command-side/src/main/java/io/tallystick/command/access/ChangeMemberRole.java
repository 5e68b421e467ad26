package io.tallystick.command.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a member another role.
public record ChangeMemberRole(Caller by, Team team, UUID memberId, MemberRole role) {

    public static ChangeMemberRole of(Caller by, Team team, String id, @Nullable String role) {
        List<FieldError> errors = new ArrayList<>();
        String wanted = Required.text(role, "/role", errors);
        CustomerDetailsRule.refuse(errors);
        MemberRole checked = MemberRule.role(wanted, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeMemberRole(by, team, MemberRule.id(id, "member"), checked);
    }
}
