package io.tallystick.command.access;

import io.tallystick.edge.lookup.Outbox.Mail;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.settings.Brands;
import org.springframework.stereotype.Component;

/// The mail of an invitation. It is the only place where the secret is written out.
@Component
final class InvitationMail {

    private static final String KIND = "invitation";

    private final PortalAddress portal;
    private final Brands brands;

    InvitationMail(PortalAddress portal, Brands brands) {
        this.portal = portal;
        this.brands = brands;
    }

    /// Called in the command's transaction.
    ///
    /// @param called what people call the team that has no brand of its own; its name may be older
    ///   than the rule that a name is one line
    Mail of(InviteMember command, String called) {
        Brand brand = brands.of(command.team());
        String team =
                brand.displayName() == null
                        ? called.replaceAll("(\\R|\\p{Cc})+", " ")
                        : brand.displayName();
        return new Mail(
                command.team(),
                command.invitationId(),
                command.invitationId(),
                KIND,
                brand.mailSender(),
                brand.mailBrand(),
                command.email(),
                "You are invited to " + team,
                body(command, team, brand),
                command.at(),
                command.expiresAt());
    }

    private String body(InviteMember command, String team, Brand brand) {
        return """
        You are invited to %s, as %s.

        Follow this link to choose a name and a password. It works once, until %s:

        %s

        If you do not know what this is about, do nothing.
        """
                .formatted(
                        brand.displayName() == null ? team + " on " + brand.name() : team,
                        command.role().lower(),
                        command.expiresAt(),
                        portal.resolve("/invitations/" + command.token()));
    }
}
