package io.tallystick.edge.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The mails of the outbox that wait, for whoever sends them. Times are those of the database, so
/// that nodes whose clocks differ never try the same mail at once.
@Repository
public class MailQueue {

    /// Of what a mail server said no more is kept.
    public static final int ERROR_CHARACTERS_MAX = 200;

    /// Time of the statement and not of the clock, so that the index is used.
    private static final String LEASE =
            """
            with due as materialized (
              select tenant_id, mail_id from work.outbox
              where state = 'waiting' and next_at <= now() and body is not null and secret_until > :now
              order by next_at limit :limit for update skip locked)
            update work.outbox as mail
            set attempts = attempts + 1, next_at = now() + :leaseMilliseconds * interval '1 millisecond'
            from due where mail.tenant_id = due.tenant_id and mail.mail_id = due.mail_id
            returning mail.tenant_id, mail.mail_id, attempts, from_name, from_address, brand_name, brand_color, logo,
              recipient, subject, body, created_at
            """;

    private final JdbcClient jdbc;

    MailQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A mail that is to be sent now.
    ///
    /// @param attempt 1 for the first
    public record Due(
            UUID tenantId,
            UUID mailId,
            int attempt,
            MailSender from,
            MailBrand brand,
            String recipient,
            String subject,
            String body,
            Instant createdAt) {

        private static Due read(ResultSet row, int number) throws SQLException {
            return new Due(
                    row.getObject("tenant_id", UUID.class),
                    row.getObject("mail_id", UUID.class),
                    row.getInt("attempts"),
                    new MailSender(row.getString("from_name"), row.getString("from_address")),
                    new MailBrand(
                            row.getString("brand_name"),
                            row.getString("brand_color"),
                            row.getString("logo")),
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("body"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        }

        @Override
        public String toString() {
            return "Due[" + mailId + ", attempt " + attempt + "]";
        }
    }

    /// A mail, behind the lock of its row.
    ///
    /// @param customerId null where it is the partner's own
    /// @param hasText whether what it says is still there and of use
    public record Locked(
            UUID tenantId,
            @Nullable UUID customerId,
            UUID mailId,
            String kind,
            String state,
            boolean hasText) {

        private static Locked read(ResultSet row, int number) throws SQLException {
            return new Locked(
                    row.getObject("tenant_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    row.getObject("mail_id", UUID.class),
                    row.getString("kind"),
                    row.getString("state"),
                    row.getBoolean("has_text"));
        }
    }

    /// Takes mails that are due, those first that have waited longest. Nobody else gets one of them
    /// before the lease has ended or it was settled. A mail whose secret has ended is not among
    /// them.
    ///
    /// @param now by which secrets end
    public List<Due> lease(Instant now, int limit, Duration lease) {
        return jdbc.sql(LEASE)
                .param("now", Invitations.time(now))
                .param("limit", limit)
                .param("leaseMilliseconds", lease.toMillis())
                .query(Due::read)
                .list();
    }

    /// The mail server has taken it. That is true whatever became of the lease meanwhile.
    public void sent(Due mail) {
        jdbc.sql(
                        """
                        update work.outbox set state = 'sent', sent_at = now(), next_at = null, last_error = null
                        where tenant_id = :tenant and mail_id = :mail and state <> 'sent'
                        """)
                .param("tenant", mail.tenantId())
                .param("mail", mail.mailId())
                .update();
    }

    /// It is tried again after a rest, unless somebody else tries it already.
    public void retry(Due mail, Duration rest, String error) {
        jdbc.sql(
                        """
                        update work.outbox
                        set next_at = now() + :restMilliseconds * interval '1 millisecond', last_error = :error
                        where tenant_id = :tenant and mail_id = :mail and state = 'waiting' and attempts = :attempt
                        """)
                .param("restMilliseconds", rest.toMillis())
                .param("error", error)
                .param("tenant", mail.tenantId())
                .param("mail", mail.mailId())
                .param("attempt", mail.attempt())
                .update();
    }

    /// Nobody tries it any more.
    public void fail(Due mail, String error) {
        jdbc.sql(
                        """
                        update work.outbox set state = 'failed', next_at = null, last_error = :error
                        where tenant_id = :tenant and mail_id = :mail and state = 'waiting' and attempts = :attempt
                        """)
                .param("error", error)
                .param("tenant", mail.tenantId())
                .param("mail", mail.mailId())
                .param("attempt", mail.attempt())
                .update();
    }

    /// Called in the command's transaction.
    ///
    /// @param now by which secrets end
    public Optional<Locked> lock(UUID mailId, Instant now) {
        return jdbc.sql(
                        """
                        select tenant_id, customer_id, mail_id, kind, state,
                          body is not null and secret_until > :now as has_text
                        from work.outbox where mail_id = :mail for update
                        """)
                .param("now", Invitations.time(now))
                .param("mail", mailId)
                .query(Locked::read)
                .optional();
    }

    /// It waits as if it was never tried. Called in the command's transaction, behind the lock.
    public void again(Locked mail) {
        jdbc.sql(
                        """
                        update work.outbox set state = 'waiting', attempts = 0, next_at = now()
                        where tenant_id = :tenant and mail_id = :mail
                        """)
                .param("tenant", mail.tenantId())
                .param("mail", mail.mailId())
                .update();
    }
}
