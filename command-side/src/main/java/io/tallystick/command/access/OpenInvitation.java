package io.tallystick.command.access;

import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.Invitations;
import io.tallystick.edge.lookup.Invitations.Invitation;
import io.tallystick.edge.problem.ApiProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// An invitation as the person sees it who follows its link.
@Component
public final class OpenInvitation {

    private final Invitations invitations;
    private final Clock clock;

    OpenInvitation(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    /// @throws ApiProblem 404 for a secret that was never given, 410 for one that has ended
    public Invitation of(String token) {
        return require(LinkSecret.hashOfOne(token).flatMap(invitations::byToken), clock.instant());
    }

    static Invitation require(Optional<Invitation> found, Instant now) {
        Invitation invitation = found.orElseThrow(() -> ApiProblem.notFound("invitation"));
        if (!invitation.isOpen()) {
            throw ended("invitation_" + invitation.state(), "This invitation holds no more.");
        }
        if (invitation.hasExpired(now)) {
            throw ended("invitation_expired", "This invitation has expired.");
        }
        return invitation;
    }

    private static ApiProblem ended(String code, String detail) {
        return new ApiProblem(HttpStatus.GONE, code, detail);
    }
}
