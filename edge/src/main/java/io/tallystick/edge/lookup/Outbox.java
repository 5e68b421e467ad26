package io.tallystick.edge.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Mails, written in the transaction of what caused them: one that is rolled back has sent nothing,
/// and one that is committed cannot forget its mail.
@Repository
public class Outbox {

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param causeId what the mail is about; one cause sends one person one mail of a kind
    /// @param body null once the secret in it is of no more use
    /// @param secretUntil when the secret in the body ends by itself
    public record Mail(
            Team team,
            UUID mailId,
            UUID causeId,
            String kind,
            String recipient,
            String subject,
            @Nullable String body,
            String state,
            Instant createdAt,
            Instant secretUntil) {

        @Override
        public String toString() {
            return "Mail[" + mailId + ", " + kind + "]";
        }
    }

    /// Called in the command's transaction.
    public void keep(Mail mail) {
        jdbc.sql(
                        """
                        insert into work.outbox
                          (tenant_id, customer_id, mail_id, cause_id, kind, recipient, subject, body, state, created_at, secret_until)
                        values (:tenant, :customer, :mail, :cause, :kind, :recipient, :subject, :body, :state, :createdAt, :secretUntil)
                        """)
                .param("tenant", mail.team().tenantId())
                .param("customer", mail.team().customerId())
                .param("mail", mail.mailId())
                .param("cause", mail.causeId())
                .param("kind", mail.kind())
                .param("recipient", MailHeader.line(mail.recipient()))
                .param("subject", MailHeader.line(mail.subject()))
                .param("body", mail.body())
                .param("state", mail.state())
                .param("createdAt", Invitations.time(mail.createdAt()))
                .param("secretUntil", Invitations.time(mail.secretUntil()))
                .update();
    }

    /// The newest. A body whose secret has ended is not there, whether it was purged already or
    /// not.
    ///
    /// @param customerScope the only customer whose mails are wanted, null for all of the tenant
    public List<Mail> newest(UUID tenantId, @Nullable UUID customerScope, int limit, Instant now) {
        return jdbc.sql(
                        """
                        select tenant_id, customer_id, mail_id, cause_id, kind, recipient, subject,
                          case when secret_until > :now then body end as body, state, created_at, secret_until
                        from work.outbox
                        where tenant_id = :tenant and (cast(:scope as uuid) is null or customer_id = :scope)
                        order by mail_id desc limit :limit
                        """)
                .param("now", Invitations.time(now))
                .param("tenant", tenantId)
                .param("scope", customerScope)
                .param("limit", limit)
                .query(Outbox::read)
                .list();
    }

    /// Called in the transaction of the command that ended the secret.
    public void purge(UUID tenantId, UUID causeId) {
        jdbc.sql(
                        "update work.outbox set body = null where tenant_id = :tenant and cause_id = :cause")
                .param("tenant", tenantId)
                .param("cause", causeId)
                .update();
    }

    /// Of all tenants: forgets secrets that have ended by themselves.
    ///
    /// @return how many; when it is the limit there may be more
    public int purgeEnded(Instant now, int limit) {
        return jdbc.sql(
                        """
                        update work.outbox set body = null
                        where (tenant_id, mail_id) in (
                          select tenant_id, mail_id from work.outbox
                          where body is not null and secret_until <= :now limit :limit)
                        """)
                .param("now", Invitations.time(now))
                .param("limit", limit)
                .update();
    }

    private static Mail read(ResultSet row, int number) throws SQLException {
        return new Mail(
                new Team(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("customer_id", UUID.class)),
                row.getObject("mail_id", UUID.class),
                row.getObject("cause_id", UUID.class),
                row.getString("kind"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("state"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("secret_until", OffsetDateTime.class).toInstant());
    }
}
