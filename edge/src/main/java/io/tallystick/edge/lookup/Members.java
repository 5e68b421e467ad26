package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.MemberRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The people of partners and customers, as the last acknowledged command left them. Password
/// hashes live here and not in the log: a fact is for ever.
@Repository
public class Members {

    private static final String SELECT =
            "select tenant_id, customer_id, member_id, email, name, role, password_hash, sessions from work.member where ";

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param email in the form in which addresses are compared
    /// @param sessions a session that began under another number has ended
    public record Member(
            Team team,
            UUID memberId,
            String email,
            String name,
            MemberRole role,
            String passwordHash,
            int sessions) {

        /// Who a member is to every page and command.
        public Caller asCaller() {
            return new Caller(
                    Caller.MEMBER,
                    memberId.toString(),
                    name,
                    team.tenantId(),
                    team.customerId(),
                    role.permissions());
        }

        @Override
        public String toString() {
            return "Member[" + memberId + "]";
        }
    }

    public Optional<Member> byEmail(String email) {
        if (!Storable.is(email)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + "email = :email")
                .param("email", email)
                .query(Members::read)
                .optional();
    }

    public Optional<Member> byId(UUID tenantId, UUID memberId) {
        return jdbc.sql(SELECT + "tenant_id = :tenant and member_id = :member")
                .param("tenant", tenantId)
                .param("member", memberId)
                .query(Members::read)
                .optional();
    }

    /// A member who may sign in, and act: neither the team nor the portal of its customer was
    /// switched off.
    public Optional<Member> active(UUID tenantId, UUID memberId) {
        return jdbc.sql(
                        SELECT
                                + """
                                tenant_id = :tenant and member_id = :member
                                and not exists (
                                  select from work.customer
                                  where customer.tenant_id = member.tenant_id
                                    and customer.customer_id = member.customer_id
                                    and (not team_enabled or portal_ended))
                                """)
                .param("tenant", tenantId)
                .param("member", memberId)
                .query(Members::read)
                .optional();
    }

    /// In a command's transaction the team is locked before.
    public int count(Team team) {
        return jdbc.sql(
                        """
                        select count(*) from work.member
                        where tenant_id = :tenant and customer_id is not distinct from :customer
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .query(Integer.class)
                .single();
    }

    /// One of a team. In a command's transaction the team is locked before.
    public Optional<Member> find(Team team, UUID memberId) {
        return byId(team.tenantId(), memberId).filter(member -> member.team().equals(team));
    }

    /// In a command's transaction the team is locked before.
    public int owners(Team team) {
        return jdbc.sql(
                        """
                        select count(*) from work.member
                        where tenant_id = :tenant and customer_id is not distinct from :customer and role = 'owner'
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .query(Integer.class)
                .single();
    }

    /// Called in the command's transaction.
    ///
    /// @return false when somebody has this e-mail address, wherever in the installation
    public boolean reserve(Member member) {
        return jdbc.sql(
                                """
                                insert into work.member (tenant_id, customer_id, member_id, email, name, role, password_hash)
                                values (:tenant, :customer, :member, :email, :name, :role, :hash)
                                on conflict (email) do nothing
                                """)
                        .param("tenant", member.team().tenantId())
                        .param("customer", member.team().customerId())
                        .param("member", member.memberId())
                        .param("email", member.email())
                        .param("name", member.name())
                        .param("role", member.role().lower())
                        .param("hash", member.passwordHash())
                        .update()
                == 1;
    }

    /// Called in the command's transaction.
    public void changeRole(Member member, MemberRole role) {
        jdbc.sql(
                        "update work.member set role = :role where tenant_id = :tenant and member_id = :member")
                .param("role", role.lower())
                .param("tenant", member.team().tenantId())
                .param("member", member.memberId())
                .update();
    }

    /// Called in the command's transaction.
    ///
    /// @return false when somebody has this e-mail address, wherever in the installation
    public boolean changeDetails(Member member, String name, String email) {
        try {
            jdbc.sql(
                            """
                            update work.member set name = :name, email = :email
                            where tenant_id = :tenant and member_id = :member
                            """)
                    .param("name", name)
                    .param("email", email)
                    .param("tenant", member.team().tenantId())
                    .param("member", member.memberId())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /// Called in the command's transaction. All sessions end.
    public void changePassword(Member member, String passwordHash) {
        jdbc.sql(
                        """
                        update work.member set password_hash = :hash, sessions = sessions + 1
                        where tenant_id = :tenant and member_id = :member
                        """)
                .param("hash", passwordHash)
                .param("tenant", member.team().tenantId())
                .param("member", member.memberId())
                .update();
    }

    /// Called in the command's transaction.
    public void endSessions(Member member) {
        changePassword(member, member.passwordHash());
    }

    /// Called in the command's transaction.
    public void remove(Member member) {
        jdbc.sql("delete from work.member where tenant_id = :tenant and member_id = :member")
                .param("tenant", member.team().tenantId())
                .param("member", member.memberId())
                .update();
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        return new Member(
                new Team(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("customer_id", UUID.class)),
                row.getObject("member_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                MemberRole.named(row.getString("role")).orElseThrow(),
                row.getString("password_hash"),
                row.getInt("sessions"));
    }
}
