package io.tallystick.command.access.clients;

import io.tallystick.edge.lookup.Clients.Client;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A client as a command left it.
///
/// @param id made by the server
/// @param name what people call it
/// @param email the address in the form in which addresses are compared
/// @param externalId what the customer's own system calls it
/// @param phone as E.164 writes it
/// @param invitedAt when the last invitation was sent, null for never
record SavedClient(
        UUID id,
        String name,
        String email,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable Instant invitedAt) {

    static SavedClient of(Client client) {
        return new SavedClient(
                client.clientId(),
                client.details().name(),
                client.details().email(),
                client.details().externalId(),
                client.details().phone(),
                client.invitedAt());
    }

    /// One that was just created.
    static SavedClient of(CreateClients command, boolean invited) {
        NewClient client = command.clients().getFirst();
        return new SavedClient(
                client.clientId(),
                client.details().name(),
                client.details().email(),
                client.details().externalId(),
                client.details().phone(),
                invited ? command.at() : null);
    }
}
