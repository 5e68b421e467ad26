package io.tallystick.command.access;

import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox.Mail;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The mails of a change of address: the link to the new one, and a word to the one that the member
/// has. Whoever guessed a password is noticed there before anything was changed.
@Component
final class EmailChangeMails {

    /// The word to the address that the member has.
    static final String NOTICE = "email-notice";

    private final PortalAddress portal;

    EmailChangeMails(PortalAddress portal) {
        this.portal = portal;
    }

    List<Mail> of(ChangeOwnEmail command, Member member) {
        return List.of(
                mail(
                        command,
                        command.changeId(),
                        "email-confirmation",
                        command.email(),
                        "Confirm your e-mail address",
                        confirmation(command)),
                mail(
                        command,
                        command.noticeId(),
                        NOTICE,
                        member.email(),
                        "Your e-mail address is about to change",
                        notice(command)));
    }

    /// What is only a word has no secret, and is forgotten together with the link.
    private static Mail mail(
            ChangeOwnEmail command,
            UUID id,
            String kind,
            String recipient,
            String subject,
            String body) {
        return new Mail(
                command.team(),
                id,
                id,
                kind,
                recipient,
                subject,
                body,
                "kept",
                command.at(),
                command.expiresAt());
    }

    private String confirmation(ChangeOwnEmail command) {
        return """
        Somebody wants to sign in to Tallystick with this address.

        If it is you, follow this link. It works once, until %s:

        %s

        If you do not know what this is about, do nothing.
        """
                .formatted(
                        command.expiresAt(), portal.resolve("/email-changes/" + command.token()));
    }

    private static String notice(ChangeOwnEmail command) {
        return """
        Your account at Tallystick is to be signed in to with %s, and no more with this address.

        If it is you who wants that, there is nothing to do here. If it is not, somebody knows your
        password: change it on the page Profile. Then the link that was sent there works no more.
        """
                .formatted(command.email());
    }
}
