package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What became of mails, of all tenants, without their texts.
@Component
public final class ShownMailStates {

    /// No id is higher.
    private static final UUID LAST = new UUID(-1, -1);

    private final WorkRead reads;

    ShownMailStates(WorkRead reads) {
        this.reads = reads;
    }

    /// @param customerId null where it is the partner's own
    /// @param nextAt when it is tried next, null where it is tried no more
    /// @param lastError what the last attempt that failed met
    public record MailState(
            UUID tenantId,
            @Nullable UUID customerId,
            UUID mailId,
            String kind,
            String recipient,
            String subject,
            String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {

        private static MailState read(ResultSet row, int number) throws SQLException {
            return new MailState(
                    row.getObject("tenant_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    row.getObject("mail_id", UUID.class),
                    row.getString("kind"),
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("state"),
                    row.getInt("attempts"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    ShownMails.time(row, "next_at"),
                    ShownMails.time(row, "sent_at"),
                    row.getString("last_error"));
        }
    }

    /// The newest first.
    ///
    /// @param state which ones, null for all
    /// @param before the last of the page before, null for the first page
    public List<MailState> newest(
            Caller operator, @Nullable String state, @Nullable UUID before, int limit) {
        return reads.readInstallation(
                operator,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select tenant_id, customer_id, mail_id, kind, recipient, subject, state, attempts, created_at,
                                          next_at, sent_at, last_error
                                        from work.outbox
                                        where mail_id < :before and (cast(:state as text) is null or state = :state)
                                        order by mail_id desc limit :limit
                                        """)
                                .param("before", before == null ? LAST : before)
                                .param("state", state)
                                .param("limit", limit)
                                .query(MailState::read)
                                .list());
    }
}
