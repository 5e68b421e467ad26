package io.tallystick.command.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Invites somebody.
///
/// @param email in the form in which addresses are compared
/// @param token never becomes part of a fact
public record InviteMember(
        Caller by,
        Team team,
        UUID invitationId,
        String email,
        MemberRole role,
        Instant at,
        String token) {

    private static final Duration VALID_FOR = Duration.ofDays(7);

    public static InviteMember of(
            Caller by,
            Team team,
            UUID invitationId,
            @Nullable String email,
            @Nullable String role,
            Instant at) {
        List<FieldError> errors = new ArrayList<>();
        String wantedEmail = Required.text(email, "/email", errors);
        String wantedRole = Required.text(role, "/role", errors);
        CustomerDetailsRule.refuse(errors);
        String checkedEmail = EmailRule.check(wantedEmail, errors);
        MemberRole checkedRole = MemberRule.role(wantedRole, errors);
        CustomerDetailsRule.refuse(errors);
        return new InviteMember(
                by, team, invitationId, checkedEmail, checkedRole, at, LinkSecret.generate());
    }

    /// As the log and the look-up keep it.
    public Instant expiresAt() {
        return at.plus(VALID_FOR).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return "InviteMember[" + invitationId + ", " + team + ", " + role + "]";
    }
}
