package io.tallystick.query.credits;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.position.WaitFor;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/credits` of a customer.
@RestController
class CreditsEndpoint {

    private final CreditsQuery query;
    private final VisibleCustomers customers;
    private final WaitFor waitFor;
    private final Clock clock;

    CreditsEndpoint(CreditsQuery query, VisibleCustomers customers, WaitFor waitFor, Clock clock) {
        this.query = query;
        this.customers = customers;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// Read the credits of a customer. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/credits")
    CreditsView getCredits(
            @PathVariable String customer,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        Customer found = customers.visibleTo(caller, customer);
        waitFor.header(position, CreditsQuery.GROUP);
        return query.of(caller.sight(), found, clock.instant());
    }
}
