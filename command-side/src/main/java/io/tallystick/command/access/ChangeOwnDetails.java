package io.tallystick.command.access;

import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes what a member is called or signs in with. What is null stays as it is when the team is
/// locked, not as it was when the request began.
///
/// @param email in the form in which addresses are compared
/// @param provenHash of the password that was asked for before, for another e-mail address
public record ChangeOwnDetails(
        Team team,
        UUID memberId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String provenHash) {

    public static ChangeOwnDetails name(Member member, @Nullable String name) {
        List<FieldError> errors = new ArrayList<>();
        String checked = MemberRule.name(name == null ? "" : name, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeOwnDetails(member.team(), member.memberId(), checked, null, null);
    }

    /// The current password was asked for before.
    public static ChangeOwnDetails email(Member member, @Nullable String email) {
        List<FieldError> errors = new ArrayList<>();
        String checked = EmailRule.check(email == null ? "" : email, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeOwnDetails(
                member.team(), member.memberId(), null, checked, member.passwordHash());
    }

    @Override
    public String toString() {
        return "ChangeOwnDetails[" + memberId + "]";
    }
}
