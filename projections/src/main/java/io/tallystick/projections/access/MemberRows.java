package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.MEMBER_ALL;

import io.tallystick.events.access.MemberEvent.InvitationAccepted;
import io.tallystick.events.access.MemberEvent.MemberDetailsChanged;
import io.tallystick.events.access.MemberEvent.MemberRoleChanged;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Members of one generation.
final class MemberRows {

    private final int generation;
    private final DSLContext sql;

    MemberRows(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    void insert(InvitationAccepted accepted, Instant at) {
        sql.insertInto(MEMBER_ALL)
                .set(MEMBER_ALL.GENERATION, generation)
                .set(MEMBER_ALL.TENANT_ID, accepted.partnerId())
                .set(MEMBER_ALL.MEMBER_ID, accepted.memberId())
                .set(MEMBER_ALL.CUSTOMER_ID, accepted.customerId())
                .set(MEMBER_ALL.EMAIL, accepted.email())
                .set(MEMBER_ALL.NAME, accepted.name())
                .set(MEMBER_ALL.ROLE, accepted.role())
                .set(MEMBER_ALL.CREATED_AT, at)
                .execute();
    }

    void changeRole(MemberRoleChanged changed) {
        requireOne(
                sql.update(MEMBER_ALL)
                        .set(MEMBER_ALL.ROLE, changed.role())
                        .where(isMember(changed.partnerId(), changed.memberId()))
                        .execute(),
                changed.memberId());
    }

    void changeDetails(MemberDetailsChanged changed) {
        requireOne(
                sql.update(MEMBER_ALL)
                        .set(MEMBER_ALL.NAME, changed.name())
                        .set(MEMBER_ALL.EMAIL, changed.email())
                        .where(isMember(changed.partnerId(), changed.memberId()))
                        .execute(),
                changed.memberId());
    }

    void delete(UUID tenantId, UUID memberId) {
        requireOne(
                sql.deleteFrom(MEMBER_ALL).where(isMember(tenantId, memberId)).execute(), memberId);
    }

    private Condition isMember(UUID tenantId, UUID memberId) {
        return MEMBER_ALL
                .GENERATION
                .eq(generation)
                .and(MEMBER_ALL.TENANT_ID.eq(tenantId))
                .and(MEMBER_ALL.MEMBER_ID.eq(memberId));
    }

    private static void requireOne(int rows, UUID memberId) {
        if (rows != 1) {
            throw new IllegalStateException("member " + memberId + " never joined, or is gone");
        }
    }
}
