package io.tallystick.command.access.clients;

import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.Clients;
import io.tallystick.edge.lookup.Clients.Invited;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.Sections;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// An invitation as the client sees it that follows its link.
@Component
public final class OpenClientInvitation {

    private final Clients clients;
    private final Sections sections;
    private final Clock clock;

    OpenClientInvitation(Clients clients, Sections sections, Clock clock) {
        this.clients = clients;
        this.sections = sections;
        this.clock = clock;
    }

    /// What an open invitation leads to.
    ///
    /// @param settings of the customer
    public record Welcome(Invited invited, CustomerSections settings) {}

    /// @throws ApiProblem 404 for a secret that was never given or holds no more, 410 for one that
    ///   has expired, 403 while the portal is closed
    public Welcome of(String token) {
        Invited invited =
                require(LinkSecret.hashOfOne(token).flatMap(clients::byToken), clock.instant());
        CustomerSections settings =
                sections.of(invited.team().tenantId(), ClientCommands.customer(invited.team()));
        ClientPortal.requireOpen(settings, HttpStatus.FORBIDDEN);
        return new Welcome(invited, settings);
    }

    static Invited require(Optional<Invited> found, Instant now) {
        Invited invited = found.orElseThrow(() -> ApiProblem.notFound("client_invitation"));
        Instant expiresAt = invited.client().expiresAt();
        if (expiresAt == null || !now.isBefore(expiresAt)) {
            throw new ApiProblem(
                    HttpStatus.GONE, "client_invitation_expired", "This invitation has expired.");
        }
        return invited;
    }
}
