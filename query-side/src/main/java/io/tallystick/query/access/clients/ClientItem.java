package io.tallystick.query.access.clients;

import io.tallystick.edge.lookup.Clients.Client;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whom a customer serves.
///
/// @param id made by the server
/// @param name what people call it
/// @param email the address in the form in which addresses are compared
/// @param externalId what the customer's own system calls it
/// @param phone as E.164 writes it
/// @param state `archived`; `accepted` for who followed its invitation; `invited` while an
///   invitation is open; `expired` for who let it pass; `created` for who has none
/// @param createdAt since when
/// @param invitedAt when the last invitation was sent, null for never
/// @param acceptedAt when the client followed it, null for not yet
/// @param archivedAt since when it is served no more, null for who is
public record ClientItem(
        UUID id,
        String name,
        String email,
        @Nullable String externalId,
        @Nullable String phone,
        String state,
        Instant createdAt,
        @Nullable Instant invitedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant archivedAt) {

    public static ClientItem of(Client client, Instant now) {
        return new ClientItem(
                client.clientId(),
                client.details().name(),
                client.details().email(),
                client.details().externalId(),
                client.details().phone(),
                state(client, now),
                client.createdAt(),
                client.invitedAt(),
                client.acceptedAt(),
                client.archivedAt());
    }

    private static String state(Client client, Instant now) {
        if (client.isArchived()) {
            return "archived";
        }
        if (client.acceptedAt() != null) {
            return "accepted";
        }
        Instant expiresAt = client.expiresAt();
        if (expiresAt == null) {
            return "created";
        }
        return now.isBefore(expiresAt) ? "invited" : "expired";
    }
}
