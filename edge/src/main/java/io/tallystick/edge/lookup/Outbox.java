package io.tallystick.edge.lookup;

import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Mails, written in the transaction of what caused them: one that is rolled back has sent nothing,
/// and one that is committed cannot forget its mail.
@Repository
public class Outbox {

    /// Nothing leaves for people of a demo, whose addresses nobody owns.
    private static final String LEAVES =
            """
            cast(:open as boolean) and not exists (
              select from work.customer_section
              where tenant_id = cast(:tenant as uuid) and customer_id = cast(:customer as uuid)
                and section = 'demo' and fields ->> 'demo' = 'true')
            """;

    private static final String INSERT =
            """
            insert into work.outbox
              (tenant_id, customer_id, mail_id, cause_id, kind, from_name, from_address, brand_name, brand_color, logo,
               recipient, subject, body, created_at, secret_until, state, next_at)
            values (:tenant, :customer, :mail, :cause, :kind, :fromName, :fromAddress, :brandName, :brandColor, :logo,
              :recipient, :subject, :body, :createdAt, :secretUntil,
              case when %1$s then 'waiting' else 'kept' end, case when %1$s then now() end)
            """
                    .formatted(LEAVES);

    /// A mail that still waits is sent no more, because what it was about is over.
    private static final String FORGET =
            """
            update work.outbox
            set body = null, state = case state when 'waiting' then 'withdrawn' else state end, next_at = null
            """;

    private final JdbcClient jdbc;
    private final MailRoute route;

    /// @param route where it is open mails wait to be sent; else they are kept, and stay so
    Outbox(JdbcClient jdbc, MailRoute route) {
        this.jdbc = jdbc;
        this.route = route;
    }

    /// @param causeId what the mail is about; one cause sends one person one mail of a kind
    /// @param body plain text; it is forgotten once the secret in it is of no more use
    /// @param secretUntil when the secret in the body ends by itself
    public record Mail(
            Team team,
            UUID mailId,
            UUID causeId,
            String kind,
            MailSender from,
            MailBrand brand,
            String recipient,
            String subject,
            String body,
            Instant createdAt,
            Instant secretUntil) {

        @Override
        public String toString() {
            return "Mail[" + mailId + ", " + kind + "]";
        }
    }

    /// Called in the command's transaction.
    public void keep(Mail mail) {
        keep(mail, INSERT);
    }

    /// Called in the transaction of a group that follows the log: whatever it does again, one cause
    /// sends one person one mail of a kind.
    public void keepOnce(Mail mail) {
        keep(mail, INSERT + "on conflict (tenant_id, cause_id, kind, recipient) do nothing");
    }

    private void keep(Mail mail, String sql) {
        jdbc.sql(sql)
                .param("tenant", mail.team().tenantId())
                .param("customer", mail.team().customerId())
                .param("mail", mail.mailId())
                .param("cause", mail.causeId())
                .param("kind", mail.kind())
                .param("fromName", MailHeader.line(mail.from().name()))
                .param("fromAddress", address(mail.from()), Types.VARCHAR)
                .param("brandName", mail.brand().name())
                .param("brandColor", mail.brand().color(), Types.VARCHAR)
                .param("logo", mail.brand().logo(), Types.VARCHAR)
                .param("recipient", MailHeader.line(mail.recipient()))
                .param("subject", MailHeader.line(mail.subject()))
                .param("body", mail.body())
                .param("open", route.isOpen())
                .param("createdAt", Invitations.time(mail.createdAt()))
                .param("secretUntil", Invitations.time(mail.secretUntil()))
                .update();
    }

    private static @Nullable String address(MailSender from) {
        return from.address() == null ? null : MailHeader.line(from.address());
    }

    /// Mails of a kind to a recipient, from a time on. In a command's transaction the team is
    /// locked before.
    public int count(Team team, String kind, String recipient, Instant from) {
        return jdbc.sql(
                        """
                        select count(*) from work.outbox
                        where tenant_id = :tenant and recipient = :recipient and kind = :kind and created_at > :from
                        """)
                .param("tenant", team.tenantId())
                .param("recipient", recipient)
                .param("kind", kind)
                .param("from", Invitations.time(from))
                .query(Integer.class)
                .single();
    }

    /// Called in the transaction of the command that ended the secret.
    public void purge(UUID tenantId, UUID causeId) {
        jdbc.sql(FORGET + "where tenant_id = :tenant and cause_id = :cause")
                .param("tenant", tenantId)
                .param("cause", causeId)
                .update();
    }

    /// Of all tenants: forgets secrets that have ended by themselves.
    ///
    /// @return how many; when it is the limit there may be more
    public int purgeEnded(Instant now, int limit) {
        return jdbc.sql(
                        FORGET
                                + """
                                where (tenant_id, mail_id) in (
                                  select tenant_id, mail_id from work.outbox
                                  where body is not null and secret_until <= :now limit :limit)
                                """)
                .param("now", Invitations.time(now))
                .param("limit", limit)
                .update();
    }
}
