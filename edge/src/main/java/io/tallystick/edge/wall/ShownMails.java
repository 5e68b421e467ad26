package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.MailSender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Mails as they were written, for whoever may invite.
@Component
public final class ShownMails {

    private final WorkRead reads;

    ShownMails(WorkRead reads) {
        this.reads = reads;
    }

    /// @param sender what the mail says of whom it comes from, null in one from before it did
    /// @param body null once the secret in it is of no more use
    /// @param nextAt when it is tried next, null where it is tried no more
    /// @param lastError what the last attempt that failed met
    public record Mail(
            @Nullable MailSender sender,
            String recipient,
            String subject,
            @Nullable String body,
            String state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable String lastError,
            Instant createdAt) {

        @Override
        public String toString() {
            return "Mail[" + createdAt + "]";
        }
    }

    /// The newest. A body whose secret has ended is not there, whether it was purged already or
    /// not.
    ///
    /// @param sight of one customer, or of all of a tenant
    public List<Mail> newest(Sight sight, int limit, Instant now) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select from_name, from_address, recipient, subject, case when secret_until > :now then body end as body,
                                          state, attempts, next_at, sent_at, last_error, created_at
                                        from work.outbox
                                        where tenant_id = :tenant
                                          and (cast(:customer as uuid) is null or customer_id = :customer)
                                        order by mail_id desc limit :limit
                                        """)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("tenant", sight.tenantId())
                                .param("customer", sight.customerId())
                                .param("limit", limit)
                                .query(ShownMails::read)
                                .list());
    }

    private static Mail read(ResultSet row, int number) throws SQLException {
        String sender = row.getString("from_name");
        return new Mail(
                sender == null ? null : new MailSender(sender, row.getString("from_address")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("state"),
                row.getInt("attempts"),
                time(row, "next_at"),
                time(row, "sent_at"),
                row.getString("last_error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
