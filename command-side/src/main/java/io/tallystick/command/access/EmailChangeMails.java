package io.tallystick.command.access;

import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Outbox.Mail;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.settings.Brands;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The mails of a change of address: the link to the new one, and a word to the one whose place it
/// takes. Whoever guessed a password is noticed there before anything was changed.
@Component
final class EmailChangeMails {

    private final PortalAddress portal;
    private final Brands brands;

    EmailChangeMails(PortalAddress portal, Brands brands) {
        this.portal = portal;
        this.brands = brands;
    }

    /// The kind of the word to the address that is there.
    static String notice(Purpose purpose) {
        return switch (purpose) {
            case SIGN_IN -> "email-notice";
            case PAYOUT -> "payout-notice";
        };
    }

    /// Called in the command's transaction.
    ///
    /// @param told the address that is there
    List<Mail> of(ChangeOwnEmail command, String told) {
        Brand brand = brands.of(command.team());
        return switch (command.purpose()) {
            case SIGN_IN ->
                    List.of(
                            link(
                                    brand,
                                    command,
                                    "email-confirmation",
                                    "Confirm your e-mail address",
                                    "sign in to %s with".formatted(brand.name())),
                            word(
                                    brand,
                                    command,
                                    told,
                                    "Your e-mail address is about to change",
                                    signInNotice(command, brand)));
            case PAYOUT ->
                    List.of(
                            link(
                                    brand,
                                    command,
                                    "payout-confirmation",
                                    "Confirm the address of your payouts",
                                    "be paid by %s at".formatted(brand.name())),
                            word(
                                    brand,
                                    command,
                                    told,
                                    "Your payouts are about to go elsewhere",
                                    payoutNotice(command, brand)));
        };
    }

    private Mail link(
            Brand brand, ChangeOwnEmail command, String kind, String subject, String use) {
        String body = confirmation(command, use);
        return mail(brand, command, command.changeId(), kind, command.email(), subject, body);
    }

    private static Mail word(
            Brand brand, ChangeOwnEmail command, String told, String subject, String body) {
        String kind = notice(command.purpose());
        return mail(brand, command, command.noticeId(), kind, told, subject, body);
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
                brand.mailSender(),
                brand.mailBrand(),
                recipient,
                subject,
                body,
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

    private static String signInNotice(ChangeOwnEmail command, Brand brand) {
        return """
        Your account at %s is to be signed in to with %s, and no more with this address.

        If it is you who wants that, there is nothing to do here. If it is not, somebody knows your
        password: change it on the page Profile. Then the link that was sent there works no more.
        """
                .formatted(brand.name(), command.email());
    }

    private static String payoutNotice(ChangeOwnEmail command, Brand brand) {
        return """
        Your payouts of %s are to go to %s.

        If it is you who wants that, there is nothing to do here. If it is not, somebody knows your
        password: change it on the page Profile. Then the link that was sent there works no more.
        """
                .formatted(brand.name(), command.email());
    }
}
