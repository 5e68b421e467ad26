package io.tallystick.command.access;

import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Gives a member another password, and ends all of its sessions.
///
/// @param provenHash of the password that was asked for before; another one may have come since
/// @param passwordHash never becomes part of a fact
public record ChangeOwnPassword(Team team, UUID memberId, String provenHash, String passwordHash) {

    /// @param hasher makes the hash of a password that is good enough
    public static ChangeOwnPassword of(
            Member member, @Nullable String password, UnaryOperator<String> hasher) {
        List<FieldError> errors = new ArrayList<>();
        String wanted = password == null ? "" : password;
        MemberRule.password(wanted, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeOwnPassword(
                member.team(), member.memberId(), member.passwordHash(), hasher.apply(wanted));
    }

    @Override
    public String toString() {
        return "ChangeOwnPassword[" + memberId + "]";
    }
}
