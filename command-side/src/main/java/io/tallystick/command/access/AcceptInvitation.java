package io.tallystick.command.access;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes a member of somebody who was invited.
///
/// @param token never becomes part of a fact, and the hash of the password neither
public record AcceptInvitation(
        String token, UUID memberId, String name, String passwordHash, Instant at) {

    /// @param hasher makes the hash of a password that is good enough
    /// @throws ApiProblem 400 with all faults at once
    public static AcceptInvitation of(
            String token,
            UUID memberId,
            @Nullable String name,
            @Nullable String password,
            UnaryOperator<String> hasher,
            Instant at) {
        List<FieldError> errors = new ArrayList<>();
        String checkedName = MemberRule.name(name == null ? "" : name, errors);
        String checkedPassword = password == null ? "" : password;
        MemberRule.password(checkedPassword, errors);
        CustomerDetailsRule.refuse(errors);
        return new AcceptInvitation(
                token, memberId, checkedName, hasher.apply(checkedPassword), at);
    }

    @Override
    public String toString() {
        return "AcceptInvitation[" + memberId + "]";
    }
}
