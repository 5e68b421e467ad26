package io.tallystick.command.access.clients;

import io.tallystick.command.access.PortalAddress;
import io.tallystick.edge.lookup.Clients.Details;
import io.tallystick.edge.lookup.Outbox.Mail;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.settings.Brand;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The mail that invites a client. It is the only place where the secret is written out.
@Component
final class ClientMail {

    static final String KIND = "client-invitation";

    private final PortalAddress portal;

    ClientMail(PortalAddress portal) {
        this.portal = portal;
    }

    /// An invitation that is sent.
    record Invitation(
            Team team, UUID invitationId, Details to, String token, Instant at, Instant expiresAt) {

        @Override
        public String toString() {
            return "Invitation[" + invitationId + "]";
        }
    }

    /// @param brand of the customer
    /// @param called what people call a customer that has no brand of its own; its name may be
    ///   older than the rule that a name is one line
    Mail of(Invitation invitation, Brand brand, String called) {
        String business =
                brand.displayName() == null
                        ? called.replaceAll("(\\R|\\p{Cc})+", " ")
                        : brand.displayName();
        return new Mail(
                invitation.team(),
                invitation.invitationId(),
                invitation.invitationId(),
                KIND,
                brand.mailSender(),
                brand.mailBrand(),
                invitation.to().email(),
                business + " invites you to its portal",
                body(invitation, business),
                invitation.at(),
                invitation.expiresAt());
    }

    private String body(Invitation invitation, String business) {
        return """
        Hello %s,

        %s has a portal for you. Follow this link to see what is there. It holds until %s:

        %s

        If you do not know what this is about, do nothing.
        """
                .formatted(
                        invitation.to().name(),
                        business,
                        invitation.expiresAt(),
                        portal.resolve("/client-invitations/" + invitation.token()));
    }
}
