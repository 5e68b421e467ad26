package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.INVITATION;
import static io.tallystick.readmodel.Tables.MEMBER;

import io.tallystick.edge.lookup.Team;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The people of a partner or a customer.
@Component
public final class MemberDirectory {

    /// The projection that these answers come from.
    public static final String PROJECTION = "members";

    private final ConsistentRead reads;

    MemberDirectory(ConsistentRead reads) {
        this.reads = reads;
    }

    /// A page, in the order in which they joined.
    ///
    /// @param after the last member of the page before, null for the first page
    public Page<MemberItem> members(Team team, @Nullable UUID after, int limit, Instant now) {
        return reads.read(
                team.sight(),
                PROJECTION,
                (sql, position) -> {
                    List<MemberItem> found =
                            sql.selectFrom(MEMBER)
                                    .where(MEMBER.TENANT_ID.eq(team.tenantId()))
                                    .and(is(MEMBER.CUSTOMER_ID, team.customerId()))
                                    .and(
                                            after == null
                                                    ? DSL.noCondition()
                                                    : MEMBER.MEMBER_ID.gt(after))
                                    .orderBy(MEMBER.MEMBER_ID)
                                    .limit(limit + 1)
                                    .fetch(MemberItem::of);
                    return Page.of(
                            found, limit, item -> Cursor.of(item.id().toString()), now, position);
                });
    }

    /// A page, the newest first; those that have ended stay.
    ///
    /// @param before the last invitation of the page before, null for the first page
    public Page<InvitationItem> invitations(
            Team team, @Nullable UUID before, int limit, Instant now) {
        return reads.read(
                team.sight(),
                PROJECTION,
                (sql, position) -> {
                    List<InvitationItem> found =
                            sql.selectFrom(INVITATION)
                                    .where(INVITATION.TENANT_ID.eq(team.tenantId()))
                                    .and(is(INVITATION.CUSTOMER_ID, team.customerId()))
                                    .and(
                                            before == null
                                                    ? DSL.noCondition()
                                                    : INVITATION.INVITATION_ID.lt(before))
                                    .orderBy(INVITATION.INVITATION_ID.desc())
                                    .limit(limit + 1)
                                    .fetch(row -> InvitationItem.of(row, now));
                    return Page.of(
                            found, limit, item -> Cursor.of(item.id().toString()), now, position);
                });
    }

    private static Condition is(TableField<?, UUID> customer, @Nullable UUID customerId) {
        return customerId == null ? customer.isNull() : customer.eq(customerId);
    }
}
