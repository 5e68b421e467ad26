package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.MemberRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was invited, found by the hash of the secret that the mail carries.
@Repository
public class Invitations {

    private static final String SELECT =
            "select tenant_id, customer_id, invitation_id, email, role, expires_at, state from work.invitation where ";
    private static final String OPEN =
            "tenant_id = :tenant and customer_id is not distinct from :customer and state = 'open' and expires_at > :now";

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param state `open`, `accepted` or `revoked`
    public record Invitation(
            Team team,
            UUID invitationId,
            String email,
            MemberRole role,
            Instant expiresAt,
            String state) {

        public boolean isOpen() {
            return state.equals("open");
        }

        public boolean hasExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    public Optional<Invitation> byToken(byte[] tokenHash) {
        return jdbc.sql(SELECT + "token_hash = :hash")
                .param("hash", tokenHash)
                .query(Invitations::read)
                .optional();
    }

    public Optional<Invitation> find(Team team, UUID invitationId) {
        return jdbc.sql(SELECT + "tenant_id = :tenant and invitation_id = :invitation")
                .param("tenant", team.tenantId())
                .param("invitation", invitationId)
                .query(Invitations::read)
                .optional()
                .filter(found -> found.team().equals(team));
    }

    /// Those of a team that may still be accepted. In a command's transaction the team is locked
    /// before.
    public int open(Team team, Instant now) {
        return jdbc.sql("select count(*) from work.invitation where " + OPEN)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("now", time(now))
                .query(Integer.class)
                .single();
    }

    /// In a command's transaction the team is locked before.
    public boolean isOpenFor(Team team, String email, Instant now) {
        return jdbc.sql(
                        "select exists (select from work.invitation where "
                                + OPEN
                                + " and email = :email)")
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("now", time(now))
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /// Called in the command's transaction.
    public void add(Invitation invitation, byte[] tokenHash) {
        jdbc.sql(
                        """
                        insert into work.invitation
                          (tenant_id, customer_id, invitation_id, email, role, token_hash, expires_at)
                        values (:tenant, :customer, :invitation, :email, :role, :hash, :expiresAt)
                        """)
                .param("tenant", invitation.team().tenantId())
                .param("customer", invitation.team().customerId())
                .param("invitation", invitation.invitationId())
                .param("email", invitation.email())
                .param("role", invitation.role().lower())
                .param("hash", tokenHash)
                .param("expiresAt", time(invitation.expiresAt()))
                .update();
    }

    /// Called in the command's transaction.
    public void close(Invitation invitation, String state) {
        jdbc.sql(
                        """
                        update work.invitation set state = :state
                        where tenant_id = :tenant and invitation_id = :invitation
                        """)
                .param("state", state)
                .param("tenant", invitation.team().tenantId())
                .param("invitation", invitation.invitationId())
                .update();
    }

    private static Invitation read(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new Team(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("customer_id", UUID.class)),
                row.getObject("invitation_id", UUID.class),
                row.getString("email"),
                MemberRole.named(row.getString("role")).orElseThrow(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("state"));
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
