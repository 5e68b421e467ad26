package io.tallystick.query.credits;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.WaitFor;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/credits/alerts` of a customer.
@RestController
class CreditAlertsEndpoint {

    private final CreditsQuery query;
    private final VisibleCustomers customers;
    private final WaitFor waitFor;
    private final Clock clock;

    CreditAlertsEndpoint(
            CreditsQuery query, VisibleCustomers customers, WaitFor waitFor, Clock clock) {
        this.query = query;
        this.customers = customers;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// List the thresholds that were crossed, the newest first. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/credits/alerts")
    Page<AlertItem> listCreditAlerts(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        Customer found = customers.visibleTo(caller, customer);
        int items = Limit.of(limit);
        long before = cursor == null ? Long.MAX_VALUE : position(cursor);
        waitFor.header(position, CreditsQuery.GROUP);
        return query.alerts(caller.sight(), found, before, items, clock.instant());
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }
}
