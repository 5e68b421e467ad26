package io.tallystick.command.access;

import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes what a member is called or signs in with.
///
/// @param email in the form in which addresses are compared
public record ChangeOwnDetails(Team team, UUID memberId, String name, String email) {

    public static ChangeOwnDetails name(Member member, @Nullable String name) {
        List<FieldError> errors = new ArrayList<>();
        String checked = MemberRule.name(name == null ? "" : name, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeOwnDetails(member.team(), member.memberId(), checked, member.email());
    }

    /// The current password was asked for before.
    public static ChangeOwnDetails email(Member member, @Nullable String email) {
        List<FieldError> errors = new ArrayList<>();
        String checked = EmailRule.check(email == null ? "" : email, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeOwnDetails(member.team(), member.memberId(), member.name(), checked);
    }
}
