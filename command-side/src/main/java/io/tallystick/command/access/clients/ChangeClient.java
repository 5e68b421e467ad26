package io.tallystick.command.access.clients;

import io.tallystick.command.access.clients.ClientRule.Said;
import io.tallystick.edge.lookup.Clients.Details;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says something else of a client. What is null stays; an empty text takes away what need not be
/// there.
///
/// @param country in which a number is read that does not say its own
public record ChangeClient(
        Team team,
        UUID clientId,
        String country,
        @Nullable String name,
        @Nullable String email,
        @Nullable String externalId,
        @Nullable String phone) {

    /// @param clientId what is no id is as absent as an id of nobody
    public static ChangeClient of(
            UUID tenantId,
            Customer customer,
            String clientId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String phone) {
        return new ChangeClient(
                new Team(tenantId, customer.customerId()),
                ClientRule.id(clientId),
                customer.country(),
                name,
                email,
                externalId,
                phone);
    }

    /// @throws ApiProblem 400 with all faults at once
    Details changed(Details before) {
        List<FieldError> errors = new ArrayList<>();
        var said =
                new Said(
                        name == null ? before.name() : name,
                        email == null ? before.email() : email,
                        externalId == null ? before.externalId() : externalId,
                        phone == null ? before.phone() : phone);
        Details details = ClientRule.check(said, country, errors);
        ApiProblem.refuse(errors);
        return details;
    }

    @Override
    public String toString() {
        return "ChangeClient[" + clientId + "]";
    }
}
