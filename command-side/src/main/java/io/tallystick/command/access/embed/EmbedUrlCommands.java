package io.tallystick.command.access.embed;

import io.tallystick.command.Facts;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.EmbedUrls;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import io.tallystick.edge.lookup.EmbedUrls.Found;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.PortalState;
import io.tallystick.edge.settings.Sections;
import io.tallystick.events.access.EmbedEvent.EmbedUrlCreated;
import io.tallystick.events.access.EmbedEvent.EmbedUrlOpened;
import io.tallystick.events.access.EmbedEvent.EmbedUrlRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Embed URLs are no aggregates: each is a row that is written three times, and whether it may be
/// opened is decided by that row.
@Component
class EmbedUrlCommands {

    /// Of one customer: links that may be opened, and sessions.
    static final int LIVE_MAX = 10_000;

    private static final Duration SHOWN_FOR = Duration.ofDays(30);
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final Teams teams;
    private final EmbedUrls urls;
    private final Sections sections;
    private final EmbedDoor door;
    private final Facts facts;

    EmbedUrlCommands(Teams teams, EmbedUrls urls, Sections sections, EmbedDoor door, Facts facts) {
        this.teams = teams;
        this.urls = urls;
        this.sections = sections;
        this.door = door;
        this.facts = facts;
    }

    /// Those that ended a month ago are no more in the list; the log has them.
    @CommandHandler
    void decide(CreateEmbedUrl command) {
        Team team = command.team();
        EmbedUrl url = command.url();
        teams.lock(team);
        requirePortal(team);
        requireRoom(team, url.createdAt());
        urls.forget(team, url.createdAt().minus(SHOWN_FOR), FORGOTTEN_AT_ONCE);
        urls.add(team, url, LinkSecret.hash(command.token()));
        facts.publish(
                new EmbedUrlCreated(
                        url.embedUrlId(),
                        customer(team),
                        team.tenantId(),
                        url.kind(),
                        url.label(),
                        url.scopes(),
                        url.origins(),
                        url.expiresAt(),
                        url.sessionSeconds()),
                team.tenantId());
    }

    private void requirePortal(Team team) {
        String reason = PortalState.closedBecause(sections.of(team.tenantId(), customer(team)));
        if (reason != null) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    reason,
                    "There is nothing to embed: the portal is closed.");
        }
    }

    private void requireRoom(Team team, Instant at) {
        if (urls.countLive(team, at) >= LIVE_MAX) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "embed_url_limit",
                    "The customer has %,d embed URLs that hold. Revoke one first."
                            .formatted(LIVE_MAX));
        }
    }

    /// Of several that come with one link the first to write its row is let in.
    @CommandHandler
    void decide(OpenEmbedUrl command) {
        Found found = door.link(command.token(), command.origin()).require();
        EmbedUrl url = found.url();
        Instant endsAt = command.at().plusSeconds(url.sessionSeconds());
        boolean isFirst =
                urls.open(
                        found.team(),
                        url.embedUrlId(),
                        LinkSecret.hash(command.session()),
                        command.at(),
                        endsAt);
        if (!isFirst) {
            // Whatever it has become meanwhile is said of it now.
            door.link(command.token(), command.origin()).require();
            throw new IllegalStateException("a link that holds could not be opened");
        }
        facts.publish(
                new EmbedUrlOpened(
                        url.embedUrlId(),
                        customer(found.team()),
                        found.team().tenantId(),
                        command.origin(),
                        endsAt),
                found.team().tenantId());
    }

    /// To revoke again is no fault and no fact.
    @CommandHandler
    void decide(RevokeEmbedUrl command) {
        Team team = command.team();
        EmbedUrl url =
                urls.find(team, command.embedUrlId())
                        .orElseThrow(() -> ApiProblem.notFound("embed_url"));
        if (urls.revoke(team, url.embedUrlId(), command.at())) {
            facts.publish(
                    new EmbedUrlRevoked(url.embedUrlId(), customer(team), team.tenantId()),
                    team.tenantId());
        }
    }

    private static UUID customer(Team team) {
        return Objects.requireNonNull(team.customerId());
    }
}
