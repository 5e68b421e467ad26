package io.tallystick.command.access;

import io.tallystick.edge.lookup.Outbox.Mail;
import org.springframework.stereotype.Component;

/// The mail of an invitation. It is the only place where the secret is written out.
@Component
final class InvitationMail {

    private static final String KIND = "invitation";

    private final PortalAddress portal;

    InvitationMail(PortalAddress portal) {
        this.portal = portal;
    }

    /// @param called what people call the team; its name may be older than the rule that a name is
    ///   one line
    Mail of(InviteMember command, String called) {
        String team = called.replaceAll("(\\R|\\p{Cc})+", " ");
        return new Mail(
                command.team(),
                command.invitationId(),
                command.invitationId(),
                KIND,
                command.email(),
                "You are invited to " + team,
                body(command, team),
                "kept",
                command.at(),
                command.expiresAt());
    }

    private String body(InviteMember command, String team) {
        return """
        You are invited to %s on Tallystick, as %s.

        Follow this link to choose a name and a password. It works once, until %s:

        %s

        If you do not know what this is about, do nothing.
        """
                .formatted(
                        team,
                        command.role().lower(),
                        command.expiresAt(),
                        portal.resolve("/invitations/" + command.token()));
    }
}
