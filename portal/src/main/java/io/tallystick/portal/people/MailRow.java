package io.tallystick.portal.people;

import io.tallystick.edge.wall.ShownMails.Mail;
import org.jspecify.annotations.Nullable;

/// A mail, ready to be shown.
///
/// @param body null once the link in it is of no more use
record MailRow(
        String recipient, String subject, @Nullable String body, String state, String createdAt) {

    static MailRow of(Mail mail) {
        return new MailRow(
                mail.recipient(),
                mail.subject(),
                mail.body(),
                mail.state(),
                Shown.time(mail.createdAt()));
    }
}
