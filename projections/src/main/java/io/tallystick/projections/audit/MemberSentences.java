package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.DATA_CHANGE;
import static io.tallystick.events.audit.LogType.LOGIN;

import io.tallystick.events.access.MemberEvent;
import io.tallystick.events.access.MemberEvent.InvitationAccepted;
import io.tallystick.events.access.MemberEvent.InvitationRevoked;
import io.tallystick.events.access.MemberEvent.MemberAvatarChanged;
import io.tallystick.events.access.MemberEvent.MemberDetailsChanged;
import io.tallystick.events.access.MemberEvent.MemberEmailRequested;
import io.tallystick.events.access.MemberEvent.MemberInvited;
import io.tallystick.events.access.MemberEvent.MemberPasswordChanged;
import io.tallystick.events.access.MemberEvent.MemberRemoved;
import io.tallystick.events.access.MemberEvent.MemberRoleChanged;
import io.tallystick.events.access.MemberEvent.MemberSignedOutEverywhere;
import io.tallystick.events.audit.LogType;
import io.tallystick.events.billing.PayoutEvent;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressRequested;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells of people and of where they are paid.
final class MemberSentences {

    private MemberSentences() {}

    static Story of(MemberEvent event) {
        return switch (event) {
            case MemberInvited invited ->
                    Story.about(
                                    DATA_CHANGE,
                                    invited.partnerId(),
                                    invited.customerId(),
                                    "invitation",
                                    invited.invitationId())
                            .called(invited.email())
                            .set("email", invited.email())
                            .set("role", invited.role())
                            .set("expiresAt", invited.expiresAt().toString())
                            .says(
                                    "%s was invited to be %s."
                                            .formatted(invited.email(), article(invited.role())));
            case InvitationAccepted accepted ->
                    member(
                                    DATA_CHANGE,
                                    accepted.memberId(),
                                    accepted.partnerId(),
                                    accepted.customerId())
                            .called(accepted.name())
                            .set("name", accepted.name())
                            .set("email", accepted.email())
                            .set("role", accepted.role())
                            .says(
                                    "%s accepted an invitation and is %s."
                                            .formatted(accepted.name(), article(accepted.role())));
            case InvitationRevoked(var invitationId, var partnerId, var customerId) ->
                    Story.about(DATA_CHANGE, partnerId, customerId, "invitation", invitationId)
                            .ending()
                            .says(it -> "The invitation of %s was revoked.".formatted(it.label()));
            case MemberRoleChanged(var memberId, var partnerId, var customerId, var role) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .set("role", role)
                            .says(it ->
                                    "The role of %s is %s and was %s."
                                            .formatted(it.label(), role, it.was("role")));
            case MemberRemoved(var memberId, var partnerId, var customerId) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .ending()
                            .says(it -> "%s is no member any more.".formatted(it.label()));
            case MemberDetailsChanged changed ->
                    member(
                                    DATA_CHANGE,
                                    changed.memberId(),
                                    changed.partnerId(),
                                    changed.customerId())
                            .called(changed.name())
                            .set("name", changed.name())
                            .set("email", changed.email())
                            .says(it -> "%s changed name or e-mail.".formatted(it.label()));
            case MemberEmailRequested requested ->
                    member(
                                    DATA_CHANGE,
                                    requested.memberId(),
                                    requested.partnerId(),
                                    requested.customerId())
                            .says(it ->
                                    "%s wants to sign in with %s."
                                            .formatted(it.label(), requested.email()));
            case MemberPasswordChanged(var memberId, var partnerId, var customerId) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .says(it -> "%s changed the password.".formatted(it.label()));
            case MemberSignedOutEverywhere(var memberId, var partnerId, var customerId) ->
                    member(LOGIN, memberId, partnerId, customerId)
                            .says(it -> "%s signed out everywhere.".formatted(it.label()));
            case MemberAvatarChanged(var memberId, var partnerId, var customerId, var sha256) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .set("picture", sha256)
                            .says(it ->
                                    (sha256 == null
                                                    ? "%s removed the picture."
                                                    : "%s changed the picture.")
                                            .formatted(it.label()));
        };
    }

    static Story of(PayoutEvent event) {
        return switch (event) {
            case PayoutAddressRequested(
                            var memberId,
                            var partnerId,
                            var customerId,
                            var email,
                            _) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .says(it -> "%s wants to be paid at %s.".formatted(it.label(), email));
            case PayoutAddressSet(var memberId, var partnerId, var customerId, var email) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .set("payoutEmail", email)
                            .says(it -> "%s is paid at %s.".formatted(it.label(), email));
        };
    }

    private static Story member(
            LogType type, UUID memberId, UUID partnerId, @Nullable UUID customerId) {
        return Story.about(type, partnerId, customerId, "member", memberId);
    }

    /// As in "an owner".
    private static String article(String role) {
        boolean vowel = !role.isEmpty() && "aeiou".indexOf(role.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + role;
    }
}
