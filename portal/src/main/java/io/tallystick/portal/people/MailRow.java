package io.tallystick.portal.people;

import io.tallystick.edge.lookup.MailSender;
import io.tallystick.edge.wall.ShownMails.Mail;
import org.jspecify.annotations.Nullable;

/// A mail, ready to be shown.
///
/// @param sender name and address, null in a mail from before it had them
/// @param body null once the link in it is of no more use
record MailRow(
        @Nullable String sender,
        String recipient,
        String subject,
        @Nullable String body,
        String state,
        String createdAt) {

    static MailRow of(Mail mail) {
        return new MailRow(
                sender(mail.sender()),
                mail.recipient(),
                mail.subject(),
                mail.body(),
                mail.state(),
                Shown.time(mail.createdAt()));
    }

    private static @Nullable String sender(@Nullable MailSender sender) {
        if (sender == null || sender.address() == null) {
            return sender == null ? null : sender.name();
        }
        return sender.name() + " <" + sender.address() + ">";
    }
}
