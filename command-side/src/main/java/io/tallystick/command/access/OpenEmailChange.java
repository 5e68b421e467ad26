package io.tallystick.command.access;

import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.EmailChanges;
import io.tallystick.edge.lookup.EmailChanges.EmailChange;
import io.tallystick.edge.problem.ApiProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// A change of address as the person sees it who follows its link.
@Component
public final class OpenEmailChange {

    private final EmailChanges changes;
    private final Clock clock;

    OpenEmailChange(EmailChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /// @throws ApiProblem 404 for a secret that was never given, or holds no more because the
    ///   change was made, replaced or given up; 410 for one that has expired
    public EmailChange of(String token) {
        return require(LinkSecret.hashOfOne(token).flatMap(changes::byToken), clock.instant());
    }

    static EmailChange require(Optional<EmailChange> found, Instant now) {
        EmailChange change =
                found.orElseThrow(() ->
                        new ApiProblem(
                                HttpStatus.NOT_FOUND,
                                "email_change_not_found",
                                "This link holds no more, or never did."));
        if (change.hasExpired(now)) {
            throw new ApiProblem(HttpStatus.GONE, "email_change_expired", "This link has expired.");
        }
        return change;
    }
}
