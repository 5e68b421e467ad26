package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.INVITATION_ALL;

import io.tallystick.events.access.MemberEvent.MemberInvited;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;

/// Invitations of one generation.
final class InvitationRows {

    private final int generation;
    private final DSLContext sql;

    InvitationRows(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    void insert(MemberInvited invited, Instant at) {
        sql.insertInto(INVITATION_ALL)
                .set(INVITATION_ALL.GENERATION, generation)
                .set(INVITATION_ALL.TENANT_ID, invited.partnerId())
                .set(INVITATION_ALL.INVITATION_ID, invited.invitationId())
                .set(INVITATION_ALL.CUSTOMER_ID, invited.customerId())
                .set(INVITATION_ALL.EMAIL, invited.email())
                .set(INVITATION_ALL.ROLE, invited.role())
                .set(INVITATION_ALL.STATE, "open")
                .set(INVITATION_ALL.CREATED_AT, at)
                .set(INVITATION_ALL.EXPIRES_AT, invited.expiresAt())
                .execute();
    }

    void close(UUID tenantId, UUID invitationId, String state) {
        int rows =
                sql.update(INVITATION_ALL)
                        .set(INVITATION_ALL.STATE, state)
                        .where(INVITATION_ALL.GENERATION.eq(generation))
                        .and(INVITATION_ALL.TENANT_ID.eq(tenantId))
                        .and(INVITATION_ALL.INVITATION_ID.eq(invitationId))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("invitation " + invitationId + " was never made");
        }
    }
}
