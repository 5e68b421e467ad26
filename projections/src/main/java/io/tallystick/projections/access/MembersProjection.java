package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.INVITATION_ALL;
import static io.tallystick.readmodel.Tables.MEMBER_ALL;

import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// The people of partners and customers, and who was invited.
@Component
final class MembersProjection implements Projection {

    private final DSLContext sql;

    MembersProjection(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public Object handler(int generation) {
        return new MembersProjector(
                new MemberRows(generation, sql), new InvitationRows(generation, sql));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(MEMBER_ALL, INVITATION_ALL);
    }
}
