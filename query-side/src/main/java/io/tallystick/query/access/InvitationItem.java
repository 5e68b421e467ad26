package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.INVITATION;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Record;

/// An invitation in a list. Its secret is in the mail only.
///
/// @param id made by the server
/// @param email where it went
/// @param role what the member will be
/// @param state `open`, `accepted`, `revoked` or `expired`
/// @param createdAt when it was made
/// @param expiresAt until when it may be accepted
public record InvitationItem(
        UUID id, String email, String role, String state, Instant createdAt, Instant expiresAt) {

    static InvitationItem of(Record row, Instant now) {
        Instant expiresAt = row.get(INVITATION.EXPIRES_AT);
        String state = row.get(INVITATION.STATE);
        boolean expired = state.equals("open") && !now.isBefore(expiresAt);
        return new InvitationItem(
                row.get(INVITATION.INVITATION_ID),
                row.get(INVITATION.EMAIL),
                row.get(INVITATION.ROLE),
                expired ? "expired" : state,
                row.get(INVITATION.CREATED_AT),
                expiresAt);
    }
}
