package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.INVITATION;
import static io.tallystick.readmodel.Tables.MEMBER;
import static io.tallystick.readmodel.Tables.MEMBER_ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.events.access.MemberEvent.InvitationAccepted;
import io.tallystick.events.access.MemberEvent.InvitationRevoked;
import io.tallystick.events.access.MemberEvent.MemberInvited;
import io.tallystick.events.access.MemberEvent.MemberRemoved;
import io.tallystick.events.access.MemberEvent.MemberRoleChanged;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.projections.testing.RunningProjections;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembersProjectorTest {

    private static final UUID PARTNER = new UUID(0, 1);
    private static final UUID CUSTOMER = new UUID(0, 2);
    private static final UUID INVITED = new UUID(0, 3);
    private static final UUID ADA = new UUID(0, 4);
    private static final Instant EXPIRES = Instant.parse("2026-03-08T12:00:00Z");

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_rebuild_comes_to_the_same_members_and_invitations() {
        try (var running = new RunningProjections(database, 10).start()) {
            running.fact(invited(INVITED, CUSTOMER));
            running.fact(accepted(INVITED, ADA));
            running.fact(new MemberRoleChanged(ADA, PARTNER, CUSTOMER, "owner"));
            running.fact(invited(new UUID(0, 5), null));
            running.fact(new InvitationRevoked(new UUID(0, 5), PARTNER, null));
            running.fact(invited(new UUID(0, 6), CUSTOMER));
            running.fact(accepted(new UUID(0, 6), new UUID(0, 7)));
            running.awaitAll(running.fact(new MemberRemoved(new UUID(0, 7), PARTNER, CUSTOMER)));
            String before = everything();

            running.rebuild("members");
            running.awaitRebuilt("members");

            assertThat(everything()).isEqualTo(before);
            assertThat(sql.fetchValues(MEMBER.ROLE)).containsExactly("owner");
            assertThat(sql.fetchValues(MEMBER_ALL.GENERATION)).containsExactly(2);
            assertThat(sql.fetchValues(INVITATION.STATE))
                    .containsExactlyInAnyOrder("accepted", "revoked", "accepted");
        }
    }

    @Test
    void what_happens_to_a_member_of_another_tenant_stops_the_projection() {
        var projector = new MembersProjector(new MemberRows(1, sql), new InvitationRows(1, sql));
        projector.on(invited(INVITED, CUSTOMER), EXPIRES);
        projector.on(accepted(INVITED, ADA), EXPIRES);

        assertThatThrownBy(() ->
                        projector.on(new MemberRemoved(ADA, new UUID(0, 9), CUSTOMER), EXPIRES))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        projector.on(
                                new InvitationRevoked(INVITED, new UUID(0, 9), CUSTOMER), EXPIRES))
                .isInstanceOf(IllegalStateException.class);
    }

    private String everything() {
        return sql.selectFrom(MEMBER).orderBy(MEMBER.MEMBER_ID).fetch().formatCSV()
                + sql.selectFrom(INVITATION).orderBy(INVITATION.INVITATION_ID).fetch().formatCSV();
    }

    private static MemberInvited invited(UUID id, @Nullable UUID customerId) {
        return new MemberInvited(id, PARTNER, customerId, "ada@example.com", "viewer", EXPIRES);
    }

    private static InvitationAccepted accepted(UUID id, UUID memberId) {
        return new InvitationAccepted(
                id, memberId, PARTNER, CUSTOMER, "ada@example.com", "Ada", "viewer");
    }
}
