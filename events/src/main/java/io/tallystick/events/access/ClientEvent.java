package io.tallystick.events.access;

import io.tallystick.events.EventName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about clients: the people whom a customer serves. The secrets of their links are never
/// part of a fact.
public sealed interface ClientEvent {

    UUID clientId();

    UUID customerId();

    UUID partnerId();

    /// A customer has another client.
    ///
    /// @param email in the form in which addresses are compared
    /// @param externalId what the customer's own system calls it
    /// @param phone as E.164 writes it
    @EventName("access.ClientCreated")
    record ClientCreated(
            UUID clientId,
            UUID customerId,
            UUID partnerId,
            String name,
            String email,
            @Nullable String externalId,
            @Nullable String phone)
            implements ClientEvent {}

    /// Something of a client changed; the event carries all as it is now.
    ///
    /// @param email in the form in which addresses are compared
    /// @param externalId what the customer's own system calls it
    /// @param phone as E.164 writes it
    @EventName("access.ClientDetailsChanged")
    record ClientDetailsChanged(
            UUID clientId,
            UUID customerId,
            UUID partnerId,
            String name,
            String email,
            @Nullable String externalId,
            @Nullable String phone)
            implements ClientEvent {}

    /// A client was invited to the portal. An invitation from before ends with it.
    ///
    /// @param email where the invitation was sent to
    /// @param automatic whether it was sent because auto-invite was on, and not because somebody
    ///   asked for it
    /// @param expiresAt when the link ends by itself
    @EventName("access.ClientInvited")
    record ClientInvited(
            UUID clientId,
            UUID customerId,
            UUID partnerId,
            UUID invitationId,
            String email,
            boolean automatic,
            Instant expiresAt)
            implements ClientEvent {}

    /// A client followed the link of its invitation and said so.
    @EventName("access.ClientInvitationAccepted")
    record ClientInvitationAccepted(
            UUID clientId, UUID customerId, UUID partnerId, UUID invitationId)
            implements ClientEvent {}

    /// A client is served no more. Its invitation ends, and its address is free for another.
    @EventName("access.ClientArchived")
    record ClientArchived(UUID clientId, UUID customerId, UUID partnerId) implements ClientEvent {}
}
