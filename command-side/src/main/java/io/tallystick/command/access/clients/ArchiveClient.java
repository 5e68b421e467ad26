package io.tallystick.command.access.clients;

import io.tallystick.edge.lookup.Team;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Serves a client no more.
public record ArchiveClient(Team team, UUID clientId, Instant at) {

    /// @param clientId what is no id is as absent as an id of nobody
    public static ArchiveClient of(UUID tenantId, UUID customerId, String clientId, Instant at) {
        return new ArchiveClient(
                new Team(tenantId, customerId),
                ClientRule.id(clientId),
                at.truncatedTo(ChronoUnit.MILLIS));
    }
}
