package io.tallystick.edge.lookup;

import io.tallystick.edge.lookup.Members.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Addresses that members want and have not shown to be theirs, found by the hash of the secret
/// that the mail carries. For each purpose a member wants one at a time.
@Repository
public class EmailChanges {

    private static final String SELECT =
            "select tenant_id, customer_id, member_id, purpose, change_id, email, expires_at from work.email_change where ";

    private final JdbcClient jdbc;

    EmailChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What an address is for.
    public enum Purpose {
        SIGN_IN,
        PAYOUT;

        String lower() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param email in the form in which addresses are compared
    public record EmailChange(
            Team team,
            UUID memberId,
            Purpose purpose,
            UUID changeId,
            String email,
            Instant expiresAt) {

        public boolean hasExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }

        @Override
        public String toString() {
            return "EmailChange[" + changeId + "]";
        }
    }

    public Optional<EmailChange> byToken(byte[] tokenHash) {
        return jdbc.sql(SELECT + "token_hash = :hash")
                .param("hash", tokenHash)
                .query(EmailChanges::read)
                .optional();
    }

    /// In a command's transaction the team is locked before.
    public List<EmailChange> of(Member member) {
        return jdbc.sql(SELECT + "tenant_id = :tenant and member_id = :member")
                .param("tenant", member.team().tenantId())
                .param("member", member.memberId())
                .query(EmailChanges::read)
                .list();
    }

    /// Called in the command's transaction, after [#remove].
    public void add(EmailChange change, byte[] tokenHash) {
        jdbc.sql(
                        """
                        insert into work.email_change
                          (tenant_id, customer_id, member_id, purpose, change_id, email, token_hash, expires_at)
                        values (:tenant, :customer, :member, :purpose, :change, :email, :hash, :expiresAt)
                        """)
                .param("tenant", change.team().tenantId())
                .param("customer", change.team().customerId(), Types.OTHER)
                .param("member", change.memberId())
                .param("purpose", change.purpose().lower())
                .param("change", change.changeId())
                .param("email", change.email())
                .param("hash", tokenHash)
                .param("expiresAt", Invitations.time(change.expiresAt()))
                .update();
    }

    /// Called in the command's transaction.
    public void remove(EmailChange change) {
        jdbc.sql(
                        """
                        delete from work.email_change
                        where tenant_id = :tenant and member_id = :member and purpose = :purpose
                        """)
                .param("tenant", change.team().tenantId())
                .param("member", change.memberId())
                .param("purpose", change.purpose().lower())
                .update();
    }

    private static EmailChange read(ResultSet row, int number) throws SQLException {
        return new EmailChange(
                new Team(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("customer_id", UUID.class)),
                row.getObject("member_id", UUID.class),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getObject("change_id", UUID.class),
                row.getString("email"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
