package io.tallystick.command.access;

import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Outbox.Mail;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The mails of a change of address: the link to the new one, and a word to the one whose place it
/// takes. Whoever guessed a password is noticed there before anything was changed.
@Component
final class EmailChangeMails {

    private final PortalAddress portal;

    EmailChangeMails(PortalAddress portal) {
        this.portal = portal;
    }

    /// The kind of the word to the address that is there.
    static String notice(Purpose purpose) {
        return switch (purpose) {
            case SIGN_IN -> "email-notice";
            case PAYOUT -> "payout-notice";
        };
    }

    /// @param told the address that is there
    List<Mail> of(ChangeOwnEmail command, String told) {
        return switch (command.purpose()) {
            case SIGN_IN ->
                    List.of(
                            mail(
                                    command,
                                    command.changeId(),
                                    "email-confirmation",
                                    command.email(),
                                    "Confirm your e-mail address",
                                    confirmation(command, "sign in to Tallystick with")),
                            mail(
                                    command,
                                    command.noticeId(),
                                    notice(Purpose.SIGN_IN),
                                    told,
                                    "Your e-mail address is about to change",
                                    signInNotice(command)));
            case PAYOUT ->
                    List.of(
                            mail(
                                    command,
                                    command.changeId(),
                                    "payout-confirmation",
                                    command.email(),
                                    "Confirm the address of your payouts",
                                    confirmation(command, "be paid by Tallystick at")),
                            mail(
                                    command,
                                    command.noticeId(),
                                    notice(Purpose.PAYOUT),
                                    told,
                                    "Your payouts are about to go elsewhere",
                                    payoutNotice(command)));
        };
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

    private String confirmation(ChangeOwnEmail command, String use) {
        return """
        Somebody wants to %s this address.

        If it is you, follow this link. It works once, until %s:

        %s

        If you do not know what this is about, do nothing.
        """
                .formatted(
                        use,
                        command.expiresAt(),
                        portal.resolve("/email-changes/" + command.token()));
    }

    private static String signInNotice(ChangeOwnEmail command) {
        return """
        Your account at Tallystick is to be signed in to with %s, and no more with this address.

        If it is you who wants that, there is nothing to do here. If it is not, somebody knows your
        password: change it on the page Profile. Then the link that was sent there works no more.
        """
                .formatted(command.email());
    }

    private static String payoutNotice(ChangeOwnEmail command) {
        return """
        Your payouts of Tallystick are to go to %s.

        If it is you who wants that, there is nothing to do here. If it is not, somebody knows your
        password: change it on the page Profile. Then the link that was sent there works no more.
        """
                .formatted(command.email());
    }
}
