package io.tallystick.portal.people;

import io.tallystick.query.access.InvitationItem;
import java.util.UUID;

/// An invitation, ready to be shown.
record InvitationRow(UUID id, String email, String role, String state, String until) {

    static InvitationRow of(InvitationItem item) {
        return new InvitationRow(
                item.id(), item.email(), item.role(), item.state(), Shown.time(item.expiresAt()));
    }
}
