package io.tallystick.command.access;

import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes what a member is called.
public record ChangeOwnName(Team team, UUID memberId, String name) {

    public static ChangeOwnName of(Member member, @Nullable String name) {
        List<FieldError> errors = new ArrayList<>();
        String checked = MemberRule.name(name == null ? "" : name, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeOwnName(member.team(), member.memberId(), checked);
    }

    @Override
    public String toString() {
        return "ChangeOwnName[" + memberId + "]";
    }
}
