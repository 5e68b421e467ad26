package io.tallystick.portal.people;

import io.tallystick.edge.lookup.MailSender;
import io.tallystick.edge.wall.ShownMails.Mail;
import org.jspecify.annotations.Nullable;

/// A mail, ready to be shown.
///
/// @param sender name and address, null in a mail from before it had them
/// @param body null once the link in it is of no more use
/// @param attempts null where there is nothing to say about them
/// @param lastError what the last attempt that failed met
record MailRow(
        @Nullable String sender,
        String recipient,
        String subject,
        @Nullable String body,
        String state,
        @Nullable String attempts,
        @Nullable String lastError,
        String createdAt) {

    static MailRow of(Mail mail) {
        return new MailRow(
                sender(mail.sender()),
                mail.recipient(),
                mail.subject(),
                mail.body(),
                state(mail),
                attempts(mail),
                mail.lastError(),
                Shown.time(mail.createdAt()));
    }

    private static @Nullable String sender(@Nullable MailSender sender) {
        if (sender == null || sender.address() == null) {
            return sender == null ? null : sender.name();
        }
        return sender.name() + " <" + sender.address() + ">";
    }

    private static String state(Mail mail) {
        return mail.sentAt() == null ? mail.state() : "sent on " + Shown.time(mail.sentAt());
    }

    /// One attempt that went well is what everybody expects.
    private static @Nullable String attempts(Mail mail) {
        boolean asExpected = mail.attempts() == 0 || mail.sentAt() != null && mail.attempts() == 1;
        if (asExpected) {
            return null;
        }
        String tried =
                mail.attempts() == 1 ? "Tried once" : "Tried %d times".formatted(mail.attempts());
        return mail.nextAt() == null ? tried : tried + ", next on " + Shown.time(mail.nextAt());
    }
}
