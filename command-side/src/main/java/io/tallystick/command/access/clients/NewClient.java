package io.tallystick.command.access.clients;

import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.Clients.Details;
import java.util.UUID;

/// A client that is to come, with what its invitation takes where there is one.
///
/// @param token never becomes part of a fact
record NewClient(UUID clientId, Details details, UUID invitationId, String token) {

    static NewClient of(Details details) {
        return new NewClient(Ids.next(), details, Ids.next(), LinkSecret.generate());
    }

    @Override
    public String toString() {
        return "NewClient[" + clientId + "]";
    }
}
