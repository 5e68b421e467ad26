package io.tallystick.query.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
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

/// `GET /api/v1/customers` and `GET /api/v1/customers/{customer}`.
@RestController
class CustomersEndpoint {

    private final CustomerDirectory directory;
    private final WaitFor waitFor;
    private final Clock clock;

    CustomersEndpoint(CustomerDirectory directory, WaitFor waitFor, Clock clock) {
        this.directory = directory;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// List customers by key. A customer's key sees its own only. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`.
    @GetMapping("/api/v1/customers")
    Page<CustomerView.Item> listCustomers(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        int items = Limit.of(limit);
        String afterKey = cursor == null ? null : Cursor.parse(cursor, 1).getFirst();
        waitFor.header(position, CustomerDirectory.PROJECTION);
        return directory.list(caller.sight(), afterKey, items, clock.instant());
    }

    /// Find a customer. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}")
    CustomerView findCustomer(
            @PathVariable String customer,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        waitFor.header(position, CustomerDirectory.PROJECTION);
        return directory
                .find(caller.sight(), customer, clock.instant())
                .orElseThrow(() -> ApiProblem.notFound("customer"));
    }
}
