package io.tallystick.command.access.clients;

import io.tallystick.command.Facts;
import io.tallystick.command.access.clients.ClientInvitations.Business;
import io.tallystick.command.access.clients.CreateClients.Outcome;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.Clients;
import io.tallystick.edge.lookup.Clients.Client;
import io.tallystick.edge.lookup.Clients.Details;
import io.tallystick.edge.lookup.Clients.Invited;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.settings.PortalState;
import io.tallystick.edge.settings.Sections;
import io.tallystick.events.access.ClientEvent.ClientArchived;
import io.tallystick.events.access.ClientEvent.ClientCreated;
import io.tallystick.events.access.ClientEvent.ClientDetailsChanged;
import io.tallystick.events.access.ClientEvent.ClientInvitationAccepted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Clients are no aggregates, as members are none: that an address is a client's once is about all
/// clients of a customer, and it is the customer's row that nodes lock in turn.
@Component
class ClientCommands {

    /// Of one customer, without those that are archived.
    static final int CLIENTS_MAX = 100_000;

    private final Teams teams;
    private final Clients clients;
    private final Sections sections;
    private final ClientInvitations invitations;
    private final Facts facts;

    ClientCommands(
            Teams teams,
            Clients clients,
            Sections sections,
            ClientInvitations invitations,
            Facts facts) {
        this.teams = teams;
        this.clients = clients;
        this.sections = sections;
        this.invitations = invitations;
        this.facts = facts;
    }

    /// Whether they are invited is decided by what is set at this moment, and never again.
    @CommandHandler
    List<Outcome> decide(CreateClients command) {
        Team team = command.team();
        Business business = business(team);
        boolean invites = PortalState.invites(business.settings());
        int room = CLIENTS_MAX - clients.count(team);
        List<Outcome> outcomes = new ArrayList<>();
        for (NewClient client : command.clients()) {
            FieldError refusal = room > 0 ? add(command, client) : full();
            if (refusal == null) {
                room--;
            }
            boolean invited =
                    refusal == null && invites && !clients.wasInvited(team, email(client));
            if (invited) {
                invitations.send(business, client, true, command.at());
            }
            outcomes.add(new Outcome(refusal, invited));
        }
        return outcomes;
    }

    private static String email(NewClient client) {
        return client.details().email();
    }

    private @Nullable FieldError add(CreateClients command, NewClient client) {
        Team team = command.team();
        Details details = client.details();
        if (!clients.add(team, client.clientId(), details, command.at())) {
            return clients.hasEmail(team, details.email(), client.clientId())
                    ? emailTaken()
                    : externalIdTaken();
        }
        facts.publish(
                new ClientCreated(
                        client.clientId(),
                        customer(team),
                        team.tenantId(),
                        details.name(),
                        details.email(),
                        details.externalId(),
                        details.phone()),
                team.tenantId());
        return null;
    }

    /// What is the same already writes no fact. An invitation to another address ends.
    @CommandHandler
    Client decide(ChangeClient command) {
        Team team = command.team();
        teams.lock(team);
        Client before = active(team, command.clientId());
        Details after = command.changed(before.details());
        if (after.equals(before.details())) {
            return before;
        }
        requireFree(team, before.clientId(), after);
        clients.change(team, before.clientId(), after);
        if (!after.email().equals(before.details().email())) {
            invitations.end(team, before.clientId());
        }
        facts.publish(
                new ClientDetailsChanged(
                        before.clientId(),
                        customer(team),
                        team.tenantId(),
                        after.name(),
                        after.email(),
                        after.externalId(),
                        after.phone()),
                team.tenantId());
        return find(team, before.clientId());
    }

    private void requireFree(Team team, UUID clientId, Details details) {
        if (clients.hasEmail(team, details.email(), clientId)) {
            throw conflict(emailTaken());
        }
        if (clients.hasExternalId(team, details.externalId(), clientId)) {
            throw conflict(externalIdTaken());
        }
    }

    @CommandHandler
    Client decide(InviteClient command) {
        Team team = command.team();
        Business business = business(team);
        Client client = active(team, command.clientId());
        ClientPortal.requireOpen(business.settings(), HttpStatus.CONFLICT);
        invitations.requireFew(team, client.details().email(), command.at());
        invitations.end(team, client.clientId());
        invitations.send(
                business,
                new NewClient(
                        client.clientId(),
                        client.details(),
                        command.invitationId(),
                        command.token()),
                false,
                command.at());
        return find(team, client.clientId());
    }

    /// To accept again is no fault and no fact.
    @CommandHandler
    void decide(AcceptClientInvitation command) {
        byte[] hash =
                LinkSecret.hashOfOne(command.token())
                        .orElseThrow(() -> ApiProblem.notFound("client_invitation"));
        Team team =
                clients.byToken(hash)
                        .orElseThrow(() -> ApiProblem.notFound("client_invitation"))
                        .team();
        Business business = business(team);
        Invited invited = OpenClientInvitation.require(clients.byToken(hash), command.at());
        ClientPortal.requireOpen(business.settings(), HttpStatus.FORBIDDEN);
        if (invited.client().acceptedAt() == null) {
            clients.accept(team, invited.client().clientId(), command.at());
            facts.publish(
                    new ClientInvitationAccepted(
                            invited.client().clientId(),
                            customer(team),
                            team.tenantId(),
                            invited.invitationId()),
                    team.tenantId());
        }
    }

    /// To archive again is no fault and no fact.
    @CommandHandler
    void decide(ArchiveClient command) {
        Team team = command.team();
        teams.lock(team);
        Client client = find(team, command.clientId());
        if (!client.isArchived()) {
            invitations.end(team, client.clientId());
            clients.archive(team, client.clientId(), command.at());
            facts.publish(
                    new ClientArchived(client.clientId(), customer(team), team.tenantId()),
                    team.tenantId());
        }
    }

    private Business business(Team team) {
        String called = teams.lock(team);
        return new Business(team, called, sections.of(team.tenantId(), customer(team)));
    }

    private Client find(Team team, UUID clientId) {
        return clients.find(team, clientId).orElseThrow(() -> ApiProblem.notFound("client"));
    }

    private Client active(Team team, UUID clientId) {
        Client client = find(team, clientId);
        if (client.isArchived()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "client_archived", "This client was archived.");
        }
        return client;
    }

    /// Clients are a customer's, never a partner's own.
    static UUID customer(Team team) {
        return Objects.requireNonNull(team.customerId());
    }

    static ApiProblem conflict(FieldError refusal) {
        return new ApiProblem(
                HttpStatus.CONFLICT, refusal.code(), refusal.detail(), List.of(refusal));
    }

    private static FieldError emailTaken() {
        return new FieldError(
                "/email", "client_email_taken", "The customer has a client with this address.");
    }

    private static FieldError externalIdTaken() {
        return new FieldError(
                "/externalId",
                "client_external_id_taken",
                "The customer has a client with this external id.");
    }

    private static FieldError full() {
        return new FieldError(
                "",
                "client_limit",
                "The customer has %,d clients. Archive one first.".formatted(CLIENTS_MAX));
    }
}
