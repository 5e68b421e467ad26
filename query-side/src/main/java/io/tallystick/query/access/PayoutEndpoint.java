package io.tallystick.query.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.wall.ShownPayouts;
import io.tallystick.edge.wall.ShownPayouts.Payout;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/payout` of a customer. It is read where commands keep it: money goes where the last one
/// said.
@RestController
class PayoutEndpoint {

    private final VisibleCustomers customers;
    private final ShownPayouts payouts;

    PayoutEndpoint(VisibleCustomers customers, ShownPayouts payouts) {
        this.customers = customers;
        this.payouts = payouts;
    }

    /// Where people are paid.
    ///
    /// @param items in the order in which they joined
    /// @param nextCursor for the next page; null on the last one
    record Payouts(List<PayoutItem> items, @Nullable String nextCursor) {}

    /// List where the people of a customer are paid: publishers, and everybody where the customer
    /// has Pay Per Call. Whoever is paid no more is not in the list. Needs the permission ADMIN.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/payout")
    Payouts listPayouts(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.ADMIN);
        UUID id = customers.visibleTo(caller, customer).customerId();
        int items = Limit.of(limit);
        UUID after = cursor == null ? null : Cursor.id(cursor);
        List<Payout> found = payouts.list(caller.sight(), id, after, items + 1);
        List<PayoutItem> shown = found.stream().limit(items).map(PayoutItem::of).toList();
        return new Payouts(
                shown,
                found.size() > items ? Cursor.of(shown.getLast().memberId().toString()) : null);
    }
}
