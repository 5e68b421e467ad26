package io.tallystick.query.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.position.WaitFor;
import io.tallystick.query.time.QueryTime;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/customers/{customer}/usage`.
@RestController
class CustomerUsageEndpoint {

    private final CustomerUsageQuery query;
    private final VisibleCustomers customers;
    private final WaitFor waitFor;
    private final Clock clock;

    CustomerUsageEndpoint(
            CustomerUsageQuery query, VisibleCustomers customers, WaitFor waitFor, Clock clock) {
        this.query = query;
        this.customers = customers;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// What a customer used in a period. Named bounds are snapped outward to quarters of an hour.
    /// Without both, it is the current month of the customer's zone; `from` alone lasts until now,
    /// `to` alone begins with its month. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param from start of the period, inclusive
    /// @param to end of the period, exclusive
    @GetMapping("/api/v1/customers/{customer}/usage")
    CustomerUsage customerUsage(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        Customers.Customer known = customers.visibleTo(caller, customer);
        Instant start = QueryTime.instant("from", from);
        Instant end = QueryTime.instant("to", to);
        Instant now = clock.instant();
        requireOrder(start, end == null ? now : end);
        waitFor.header(position, MeterQuery.PROJECTION);
        return query.of(caller.sight(), known, start, end, now);
    }

    private static void requireOrder(@Nullable Instant from, Instant to) {
        if (from != null && !from.isBefore(to)) {
            throw ApiProblem.invalid("from", "not_before_to", "from must be before to.");
        }
    }
}
