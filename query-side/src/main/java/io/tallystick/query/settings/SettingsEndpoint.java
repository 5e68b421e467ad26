package io.tallystick.query.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.lookup.TeamSettings;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.edge.wall.VisibleCustomers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/settings` of a customer. They are read where commands keep them: who changes them next
/// needs their version, and a projection could be behind it.
@RestController
class SettingsEndpoint {

    private final VisibleCustomers customers;
    private final ShownSettings settings;

    SettingsEndpoint(VisibleCustomers customers, ShownSettings settings) {
        this.customers = customers;
        this.settings = settings;
    }

    /// What is set for a customer.
    ///
    /// @param version counts the changes; it goes into `If-Match`
    /// @param apiLimits how fast its keys may ask
    /// @param team whether it has people of its own, and how many
    record Settings(long version, Limits apiLimits, TeamOfCustomer team) {}

    /// Whether a customer has people of its own, and how many.
    ///
    /// @param enabled whether they may sign in
    /// @param max members and open invitations together; null for no limit
    record TeamOfCustomer(boolean enabled, @Nullable Integer max) {}

    /// How fast the keys of a customer may ask.
    ///
    /// @param tier `standard`, `premium` or `enterprise`
    /// @param requestsPerMinute what all keys of the customer may ask together
    /// @param eventsPerMinute what they may report together
    record Limits(String tier, long requestsPerMinute, long eventsPerMinute) {}

    /// Read what is set for a customer, as the last command left it. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/settings")
    Settings readSettings(@PathVariable String customer, Caller caller) {
        caller.require(Permission.READ);
        var id = customers.visibleTo(caller, customer).customerId();
        var found =
                settings.of(caller.sight(), id).orElseThrow(() -> ApiProblem.notFound("customer"));
        ApiLimits set = found.limits();
        TeamSettings team = found.team();
        return new Settings(
                set.version(),
                new Limits(set.tier().lower(), set.requestsPerMinute(), set.eventsPerMinute()),
                new TeamOfCustomer(team.enabled(), team.max()));
    }
}
