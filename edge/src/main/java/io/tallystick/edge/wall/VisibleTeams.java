package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem;
import org.springframework.stereotype.Component;

/// The team that a path names.
@Component
public final class VisibleTeams {

    private final VisibleCustomers customers;
    private final Partners partners;

    VisibleTeams(VisibleCustomers customers, Partners partners) {
        this.customers = customers;
        this.partners = partners;
    }

    /// @throws ApiProblem 404 for what the caller may not see, as for what is not there
    public Team ofCustomer(Caller caller, String idOrKey) {
        return new Team(caller.tenantId(), customers.visibleTo(caller, idOrKey).customerId());
    }

    /// @throws ApiProblem 404 for what the caller may not see, as for what is not there
    public Team ofPartner(Caller caller, String idOrKey) {
        return new Team(partners.visibleTo(caller, idOrKey), null);
    }
}
