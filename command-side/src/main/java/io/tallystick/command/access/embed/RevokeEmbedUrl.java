package io.tallystick.command.access.embed;

import io.tallystick.edge.lookup.Team;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Ends a link and its session.
public record RevokeEmbedUrl(Team team, UUID embedUrlId, Instant at) {

    /// @param embedUrlId what is no id is as absent as an id of nobody
    public static RevokeEmbedUrl of(UUID tenantId, UUID customerId, String embedUrlId, Instant at) {
        return new RevokeEmbedUrl(
                new Team(tenantId, customerId),
                EmbedRule.id(embedUrlId),
                at.truncatedTo(ChronoUnit.MILLIS));
    }
}
