package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.RequestCaller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerSource.Entry;
import io.tallystick.portal.usage.CustomerSource.Partner;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Judges what an address names: is it there, and may this caller see it? Foreign and absent are
/// the same.
@Component
final class Places {

    /// The sidebar is a list that a person reads; what does not fit is found by its address.
    private static final int CUSTOMERS_MAX = 500;

    private static final int PARTNERS_MAX = 100;

    private final CustomerSource customers;
    private final Clock clock;

    Places(CustomerSource customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    Place place(Caller caller, @Nullable String partner, String customer, @Nullable String month) {
        caller.require(Permission.READ);
        return visible(caller, partner, customer, month);
    }

    /// The same for who may read nothing.
    Place visible(
            Caller caller, @Nullable String partner, String customer, @Nullable String month) {
        Sight sight = sight(caller, partner);
        Customer found =
                customers
                        .customer(sight, customer)
                        .filter(it -> sight.sees(it.customerId()))
                        .orElseThrow(() -> ApiProblem.notFound("customer"));
        ZoneId zone = ZoneId.of(found.timeZone());
        return new Place(sight, partner, found, CalendarMonth.parse(month, zone, clock.instant()));
    }

    List<Entry> customers(Caller caller, @Nullable String partner) {
        caller.require(Permission.READ);
        return customers.customers(sight(caller, partner), CUSTOMERS_MAX);
    }

    /// Those that the caller may look into; empty for everybody but an operator.
    List<Partner> partners(Caller caller) {
        return caller.isOperator() ? customers.partners(caller, PARTNERS_MAX) : List.of();
    }

    /// The caller acts in the partner.
    String partnerName(UUID tenantId) {
        return customers.partnerName(tenantId);
    }

    UUID tenant(Caller caller, @Nullable String partner) {
        return sight(caller, partner).tenantId();
    }

    /// The request counts as one about the partner.
    private Sight sight(Caller caller, @Nullable String partner) {
        Sight sight = partner == null ? caller.sight() : ofPartner(caller, partner);
        RequestCaller.actsIn(sight.tenantId());
        return sight;
    }

    private Sight ofPartner(Caller caller, String partner) {
        if (!caller.isOperator()) {
            throw ApiProblem.notFound("partner");
        }
        return customers
                .tenant(partner)
                .map(tenant -> new Sight(tenant, null))
                .orElseThrow(() -> ApiProblem.notFound("partner"));
    }
}
