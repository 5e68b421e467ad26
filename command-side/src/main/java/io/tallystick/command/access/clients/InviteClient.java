package io.tallystick.command.access.clients;

import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.Team;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Invites a client, or invites it again. The command answers the client as it is then.
///
/// @param token never becomes part of a fact
public record InviteClient(Team team, UUID clientId, UUID invitationId, String token, Instant at) {

    /// @param clientId what is no id is as absent as an id of nobody
    public static InviteClient of(UUID tenantId, UUID customerId, String clientId, Instant at) {
        return new InviteClient(
                new Team(tenantId, customerId),
                ClientRule.id(clientId),
                Ids.next(),
                LinkSecret.generate(),
                at.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public String toString() {
        return "InviteClient[" + clientId + "]";
    }
}
