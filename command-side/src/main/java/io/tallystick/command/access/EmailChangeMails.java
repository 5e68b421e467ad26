package io.tallystick.command.access;

import io.tallystick.edge.lookup.MailSender;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox.Mail;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.settings.Brands;
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
    private final Brands brands;

    EmailChangeMails(PortalAddress portal, Brands brands) {
        this.portal = portal;
        this.brands = brands;
    }

    /// Called in the command's transaction.
    List<Mail> of(ChangeOwnEmail command, Member member) {
        Brand brand = brands.of(command.team());
        return List.of(
                mail(
                        brand,
                        command,
                        command.changeId(),
                        "email-confirmation",
                        command.email(),
                        "Confirm your e-mail address",
                        confirmation(command, brand)),
                mail(
                        brand,
                        command,
                        command.noticeId(),
                        NOTICE,
                        member.email(),
                        "Your e-mail address is about to change",
                        notice(command, brand)));
    }

    /// What is only a word has no secret, and is forgotten together with the link.
    private static Mail mail(
            Brand brand,
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
                new MailSender(brand.sender(), brand.senderAddress()),
                recipient,
                subject,
                body,
                "kept",
                command.at(),
                command.expiresAt());
    }

    private String confirmation(ChangeOwnEmail command, Brand brand) {
        return """
        Somebody wants to sign in to %s with this address.

        If it is you, follow this link. It works once, until %s:

        %s

        If you do not know what this is about, do nothing.
        """
                .formatted(
                        brand.name(),
                        command.expiresAt(),
                        portal.resolve("/email-changes/" + command.token()));
    }

    private static String notice(ChangeOwnEmail command, Brand brand) {
        return """
        Your account at %s is to be signed in to with %s, and no more with this address.

        If it is you who wants that, there is nothing to do here. If it is not, somebody knows your
        password: change it on the page Profile. Then the link that was sent there works no more.
        """
                .formatted(brand.name(), command.email());
    }
}
