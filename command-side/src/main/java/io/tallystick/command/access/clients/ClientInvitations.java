package io.tallystick.command.access.clients;

import io.tallystick.command.Facts;
import io.tallystick.command.access.clients.ClientMail.Invitation;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.Clients;
import io.tallystick.edge.lookup.Outbox;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.events.access.ClientEvent.ClientInvited;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Sends invitations to clients: the link's hash, the mail and the fact, in the command's
/// transaction.
@Component
final class ClientInvitations {

    private static final Duration VALID_FOR = Duration.ofDays(7);

    /// To one address of a customer in a day. Nobody has asked for them.
    private static final int A_DAY_MAX = 3;

    private final Clients clients;
    private final Outbox outbox;
    private final ClientMail mail;
    private final Facts facts;

    ClientInvitations(Clients clients, Outbox outbox, ClientMail mail, Facts facts) {
        this.clients = clients;
        this.outbox = outbox;
        this.mail = mail;
        this.facts = facts;
    }

    /// As the command found it behind the lock.
    ///
    /// @param called what people call it
    record Business(Team team, String called, CustomerSections settings) {}

    void requireFew(Team team, String email, Instant at) {
        int sent = outbox.count(team, ClientMail.KIND, email, at.minus(Duration.ofDays(1)));
        if (sent >= A_DAY_MAX) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "invitation_limit",
                    "This address was invited " + A_DAY_MAX + " times in a day. Wait for a while.");
        }
    }

    void send(Business business, NewClient client, boolean automatic, Instant at) {
        Team team = business.team();
        Instant expiresAt = at.plus(VALID_FOR);
        clients.invite(
                team,
                client.clientId(),
                client.invitationId(),
                LinkSecret.hash(client.token()),
                at,
                expiresAt);
        var invitation =
                new Invitation(
                        team,
                        client.invitationId(),
                        client.details(),
                        client.token(),
                        at,
                        expiresAt);
        outbox.keep(mail.of(invitation, Brand.of(business.settings()), business.called()));
        facts.publish(
                new ClientInvited(
                        client.clientId(),
                        ClientCommands.customer(team),
                        team.tenantId(),
                        client.invitationId(),
                        client.details().email(),
                        automatic,
                        expiresAt),
                team.tenantId());
    }

    /// Ends the link that there is, and forgets the mail with its secret.
    void end(Team team, UUID clientId) {
        UUID invitation = clients.invitation(team, clientId);
        if (invitation != null) {
            clients.endInvitation(team, clientId);
            outbox.purge(team.tenantId(), invitation);
        }
    }
}
