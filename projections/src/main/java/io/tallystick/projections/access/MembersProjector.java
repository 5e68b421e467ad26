package io.tallystick.projections.access;

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
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/// Writes one generation of members and invitations.
final class MembersProjector {

    private final MemberRows members;
    private final InvitationRows invitations;

    MembersProjector(MemberRows members, InvitationRows invitations) {
        this.members = members;
        this.invitations = invitations;
    }

    @EventHandler
    void on(MemberEvent event, @Timestamp Instant at) {
        switch (event) {
            case MemberInvited invited -> invitations.insert(invited, at);
            case InvitationAccepted accepted -> {
                invitations.close(accepted.partnerId(), accepted.invitationId(), "accepted");
                members.insert(accepted, at);
            }
            case InvitationRevoked(var invitationId, var partnerId, _) ->
                    invitations.close(partnerId, invitationId, "revoked");
            case MemberRoleChanged changed -> members.changeRole(changed);
            case MemberDetailsChanged changed -> members.changeDetails(changed);
            case MemberEmailRequested _,
                    MemberPasswordChanged _,
                    MemberSignedOutEverywhere _,
                    MemberAvatarChanged _ -> {}
            case MemberRemoved(var memberId, var partnerId, _) ->
                    members.delete(partnerId, memberId);
        }
    }
}
