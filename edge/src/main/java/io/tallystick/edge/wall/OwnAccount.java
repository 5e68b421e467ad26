package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.caller.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a member may know of itself, and whether it may still act.
@Component
public final class OwnAccount {

    private static final String SELECT =
            "select customer_id, email, name, role, sessions from work.member"
                    + " where tenant_id = :tenant and member_id = :member";

    private static final String TEAM_IS_ON =
            """
             and not exists (
              select from work.customer
              where customer.tenant_id = member.tenant_id
                and customer.customer_id = member.customer_id
                and (not team_enabled or portal_ended))
            """;

    private final WorkRead reads;

    OwnAccount(WorkRead reads) {
        this.reads = reads;
    }

    /// Without the hash of the password, on which readers have no right.
    ///
    /// @param customerId null for people of the partner itself
    /// @param sessions a session that began under another number has ended
    public record Account(
            UUID tenantId,
            UUID memberId,
            @Nullable UUID customerId,
            String email,
            String name,
            MemberRole role,
            int sessions) {

        /// Who a member is to every page and command.
        public Caller asCaller() {
            return Caller.ofMember(memberId, name, new Sight(tenantId, customerId), role);
        }

        @Override
        public String toString() {
            return "Account[" + memberId + "]";
        }
    }

    /// Whoever is no member has none.
    public Optional<Account> of(Caller caller) {
        return read(caller, SELECT);
    }

    /// Of a member that may sign in, and act: neither the team nor the portal of its customer was
    /// switched off.
    public Optional<Account> active(Caller caller) {
        return read(caller, SELECT + TEAM_IS_ON);
    }

    private Optional<Account> read(Caller caller, String query) {
        if (!caller.isMember()) {
            return Optional.empty();
        }
        UUID memberId = UUID.fromString(caller.actorId());
        return reads.read(
                caller.sight(),
                jdbc ->
                        jdbc.sql(query)
                                .param("tenant", caller.tenantId())
                                .param("member", memberId)
                                .query((row, number) -> account(caller.tenantId(), memberId, row))
                                .optional());
    }

    private static Account account(UUID tenantId, UUID memberId, ResultSet row)
            throws SQLException {
        return new Account(
                tenantId,
                memberId,
                row.getObject("customer_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                MemberRole.named(row.getString("role")).orElseThrow(),
                row.getInt("sessions"));
    }
}
