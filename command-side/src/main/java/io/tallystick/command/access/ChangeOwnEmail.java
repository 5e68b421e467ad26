package io.tallystick.command.access;

import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.EmailChanges.EmailChange;
import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks for another address, to sign in with or to be paid at. It is the member's once the link of
/// the mail that goes there was followed.
///
/// @param email in the form in which addresses are compared
/// @param changeId also the id of the mail with the link
/// @param noticeId of the mail to the address that it takes the place of
/// @param provenHash of the password that was asked for before; another one may have come since
/// @param token never becomes part of a fact
public record ChangeOwnEmail(
        Team team,
        UUID memberId,
        Purpose purpose,
        String email,
        UUID changeId,
        UUID noticeId,
        String provenHash,
        Instant at,
        String token) {

    private static final Duration VALID_FOR = Duration.ofDays(1);

    /// The current password is asked for after this and before the command is sent.
    public static ChangeOwnEmail of(
            Member member,
            Purpose purpose,
            @Nullable String email,
            UUID changeId,
            UUID noticeId,
            Instant at) {
        List<FieldError> errors = new ArrayList<>();
        String checked = EmailRule.check(email == null ? "" : email, errors);
        CustomerDetailsRule.refuse(errors);
        return new ChangeOwnEmail(
                member.team(),
                member.memberId(),
                purpose,
                checked,
                changeId,
                noticeId,
                member.passwordHash(),
                at,
                LinkSecret.generate());
    }

    /// As the log and the look-up keep it.
    public Instant expiresAt() {
        return at.plus(VALID_FOR).truncatedTo(ChronoUnit.MILLIS);
    }

    EmailChange change() {
        return new EmailChange(team, memberId, purpose, changeId, email, expiresAt());
    }

    @Override
    public String toString() {
        return "ChangeOwnEmail[" + memberId + "]";
    }
}
