package io.tallystick.command.access.clients;

import io.tallystick.command.access.clients.CreateClients.Outcome;
import io.tallystick.command.access.clients.ImportClientsEndpoint.Fault;
import io.tallystick.command.access.clients.ImportClientsEndpoint.Imported;
import io.tallystick.command.access.clients.ImportClientsEndpoint.Result;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clients that were sent together, each judged by itself.
///
/// @param entries in the order in which they were sent
record ClientBatch(List<Entry> entries) {

    /// One of them: what it is to be, or its first fault.
    private record Entry(@Nullable NewClient client, @Nullable FieldError fault) {}

    static ClientBatch of(List<CreateClientEndpoint.@Nullable Request> items, String country) {
        return new ClientBatch(items.stream().map(item -> entry(item, country)).toList());
    }

    private static Entry entry(CreateClientEndpoint.@Nullable Request item, String country) {
        if (item == null) {
            return new Entry(null, new FieldError("", "required", "A client is an object."));
        }
        List<FieldError> errors = new ArrayList<>();
        var said = new ClientRule.Said(item.name(), item.email(), item.externalId(), item.phone());
        var details = ClientRule.check(said, country, errors);
        return errors.isEmpty()
                ? new Entry(NewClient.of(details), null)
                : new Entry(null, errors.getFirst());
    }

    List<NewClient> valid() {
        List<NewClient> clients = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.client() != null) {
                clients.add(entry.client());
            }
        }
        return clients;
    }

    /// @param outcomes of those that are valid
    Imported answer(List<Outcome> outcomes) {
        Iterator<Outcome> next = outcomes.iterator();
        List<Result> results = new ArrayList<>();
        int invited = 0;
        for (Entry entry : entries) {
            Outcome outcome =
                    entry.client() == null ? new Outcome(entry.fault(), false) : next.next();
            invited += outcome.invited() ? 1 : 0;
            results.add(result(results.size(), entry.client(), outcome.refusal()));
        }
        int created = (int) results.stream().filter(it -> it.id() != null).count();
        return new Imported(created, invited, results.size() - created, results);
    }

    private static Result result(
            int index, @Nullable NewClient client, @Nullable FieldError refusal) {
        if (client == null || refusal != null) {
            return new Result(index, "rejected", null, fault(refusal));
        }
        return new Result(index, "created", client.clientId(), null);
    }

    private static @Nullable Fault fault(@Nullable FieldError refusal) {
        return refusal == null
                ? null
                : new Fault(refusal.pointer(), refusal.code(), refusal.detail());
    }
}
