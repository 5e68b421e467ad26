package io.tallystick.query.outbox;

import io.tallystick.edge.wall.ShownMailStates.MailState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail and what became of it. Its text is not here, because links in it are secrets.
///
/// @param id made by the server; the mail's Message-ID begins with it
/// @param partnerId whose mail it is
/// @param customerId of which customer; null where it is the partner's own
/// @param kind what it is about, such as `low_credit`
/// @param recipient whom it is written to
/// @param subject its first line
/// @param state `kept` (no mail server was named when it was written, or it is a demo's: it is not
///   sent), `waiting`, `sent`, `failed` or `withdrawn` (what it was about ended before)
/// @param attempts that were begun
/// @param createdAt when it was written
/// @param nextAttemptAt when it is tried next; null unless it is waiting
/// @param sentAt when the mail server had taken it; null before
/// @param lastError what the last attempt that failed met; null where none did, or it was sent
record OutboxItem(
        UUID id,
        UUID partnerId,
        @Nullable UUID customerId,
        String kind,
        String recipient,
        String subject,
        String state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {

    static OutboxItem of(MailState mail) {
        return new OutboxItem(
                mail.mailId(),
                mail.tenantId(),
                mail.customerId(),
                mail.kind(),
                mail.recipient(),
                mail.subject(),
                mail.state(),
                mail.attempts(),
                mail.createdAt(),
                mail.nextAt(),
                mail.sentAt(),
                mail.lastError());
    }
}
