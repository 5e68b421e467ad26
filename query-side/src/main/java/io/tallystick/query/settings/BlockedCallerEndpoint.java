package io.tallystick.query.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.phone.PhoneNumbers;
import io.tallystick.edge.wall.ShownBlockedCallers;
import io.tallystick.edge.wall.VisibleCustomers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/blocked-callers/{number}` of a customer: what the telephony platform asks before it
/// connects a call. It is read where commands keep it, so that a block holds for the next call.
@RestController
class BlockedCallerEndpoint {

    private final VisibleCustomers customers;
    private final ShownBlockedCallers callers;

    BlockedCallerEndpoint(VisibleCustomers customers, ShownBlockedCallers callers) {
        this.customers = customers;
        this.callers = callers;
    }

    /// Whether a caller is let through.
    ///
    /// @param number as E.164 writes it; null for a caller that shows no number
    /// @param blocked whether its calls are to be stopped
    /// @param blockedAt since when, null for whoever is let through
    record Answer(@Nullable String number, boolean blocked, @Nullable Instant blockedAt) {}

    /// Ask whether a caller is blocked, before a call of it is connected. It is as the last command
    /// left it, on every node. A caller that shows no number is not blocked. Needs the permission
    /// READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param number what the caller shows; a number that does not begin with its country's code is
    ///   read as one of the customer's country
    @GetMapping("/api/v1/customers/{customer}/blocked-callers/{number}")
    Answer findBlockedCaller(
            @PathVariable String customer, @PathVariable String number, Caller caller) {
        caller.require(Permission.READ);
        Customer found = customers.visibleTo(caller, customer);
        return PhoneNumbers.e164(number, found.country())
                .map(read -> answer(caller, found, read))
                .orElse(new Answer(null, false, null));
    }

    private Answer answer(Caller caller, Customer customer, String number) {
        return callers.find(caller.sight(), customer.customerId(), number)
                .map(blocked -> new Answer(number, true, blocked.blockedAt()))
                .orElse(new Answer(number, false, null));
    }
}
