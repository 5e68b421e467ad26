package io.tallystick.command.access.clients;

import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a customer clients. The command answers an [Outcome] for each of them, in their order: one
/// whose address is taken does not keep out the others.
public record CreateClients(Team team, List<NewClient> clients, Instant at) {

    public CreateClients {
        clients = List.copyOf(clients);
    }

    /// What became of one that was to be a client.
    ///
    /// @param refusal why it is none, null where it is one
    /// @param invited whether it was invited by itself
    public record Outcome(@Nullable FieldError refusal, boolean invited) {}

    /// A single one.
    ///
    /// @throws ApiProblem 400 with all faults at once
    public static CreateClients one(
            UUID tenantId,
            Customer customer,
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String phone,
            Instant at) {
        List<FieldError> errors = new ArrayList<>();
        var said = new ClientRule.Said(name, email, externalId, phone);
        var details = ClientRule.check(said, customer.country(), errors);
        ApiProblem.refuse(errors);
        return of(tenantId, customer, List.of(NewClient.of(details)), at);
    }

    static CreateClients of(UUID tenantId, Customer customer, List<NewClient> clients, Instant at) {
        return new CreateClients(
                new Team(tenantId, customer.customerId()),
                clients,
                at.truncatedTo(ChronoUnit.MILLIS));
    }

    /// Of the first.
    public UUID clientId() {
        return clients.getFirst().clientId();
    }

    /// @throws ApiProblem 409 where the only one was refused
    public static void requireDone(List<Outcome> outcomes) {
        FieldError refusal = outcomes.getFirst().refusal();
        if (refusal != null) {
            throw ClientCommands.conflict(refusal);
        }
    }

    @Override
    public String toString() {
        return "CreateClients[" + team + ", " + clients.size() + "]";
    }
}
