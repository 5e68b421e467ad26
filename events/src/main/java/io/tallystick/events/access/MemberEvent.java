package io.tallystick.events.access;

import io.tallystick.events.EventName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about the people of a partner or a customer. `customerId` is null where they belong to the
/// partner itself. Passwords, their hashes and the secrets of invitations are never part of a fact.
///
/// Roles are `owner`, `admin`, `manager`, `viewer` and `publisher`.
public sealed interface MemberEvent {

    /// Somebody was invited. The e-mail address is the one that the invitation was sent to, in the
    /// form in which addresses are compared.
    @EventName("access.MemberInvited")
    record MemberInvited(
            UUID invitationId,
            UUID partnerId,
            @Nullable UUID customerId,
            String email,
            String role,
            Instant expiresAt)
            implements MemberEvent {}

    /// Somebody who was invited is a member from here on.
    @EventName("access.InvitationAccepted")
    record InvitationAccepted(
            UUID invitationId,
            UUID memberId,
            UUID partnerId,
            @Nullable UUID customerId,
            String email,
            String name,
            String role)
            implements MemberEvent {}

    /// An invitation was taken back before it was accepted.
    @EventName("access.InvitationRevoked")
    record InvitationRevoked(UUID invitationId, UUID partnerId, @Nullable UUID customerId)
            implements MemberEvent {}

    /// A member has another role.
    @EventName("access.MemberRoleChanged")
    record MemberRoleChanged(UUID memberId, UUID partnerId, @Nullable UUID customerId, String role)
            implements MemberEvent {}

    /// A member is none any more.
    @EventName("access.MemberRemoved")
    record MemberRemoved(UUID memberId, UUID partnerId, @Nullable UUID customerId)
            implements MemberEvent {}

    /// A member changed what it is called or signs in with; the event carries both as they are now.
    @EventName("access.MemberDetailsChanged")
    record MemberDetailsChanged(
            UUID memberId, UUID partnerId, @Nullable UUID customerId, String name, String email)
            implements MemberEvent {}

    /// A member wants to sign in with another address, and has not shown yet that it is its own.
    /// When it has, the details change.
    ///
    /// @param expiresAt until when it may be shown
    @EventName("access.MemberEmailRequested")
    record MemberEmailRequested(
            UUID memberId,
            UUID partnerId,
            @Nullable UUID customerId,
            String email,
            Instant expiresAt)
            implements MemberEvent {}

    /// A member has another password.
    @EventName("access.MemberPasswordChanged")
    record MemberPasswordChanged(UUID memberId, UUID partnerId, @Nullable UUID customerId)
            implements MemberEvent {}

    /// All sessions of a member were ended at its wish.
    @EventName("access.MemberSignedOutEverywhere")
    record MemberSignedOutEverywhere(UUID memberId, UUID partnerId, @Nullable UUID customerId)
            implements MemberEvent {}

    /// A member has another picture or none any more. The picture itself is never part of a fact.
    ///
    /// @param sha256 of the picture as it is shown, in hexadecimal; null when there is none
    @EventName("access.MemberAvatarChanged")
    record MemberAvatarChanged(
            UUID memberId, UUID partnerId, @Nullable UUID customerId, @Nullable String sha256)
            implements MemberEvent {}
}
