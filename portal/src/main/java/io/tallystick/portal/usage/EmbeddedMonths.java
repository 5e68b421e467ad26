package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The running month of a customer, for pages without a way to other months and customers.
@Component
public final class EmbeddedMonths {

    private final UsageSource usage;
    private final CustomerSource customers;
    private final Clock clock;

    EmbeddedMonths(UsageSource usage, CustomerSource customers, Clock clock) {
        this.usage = usage;
        this.customers = customers;
        this.clock = clock;
    }

    /// @param sight of the customer only
    /// @param days whether the month is wanted day by day; else its table is empty
    /// @return what the templates of the dashboard take
    public Object current(Sight sight, UUID customerId, boolean days) {
        Customer customer =
                customers
                        .customer(sight, customerId.toString())
                        .orElseThrow(() -> ApiProblem.notFound("customer"));
        ZoneId zone = ZoneId.of(customer.timeZone());
        CalendarMonth month = CalendarMonth.parse(null, zone, clock.instant());
        Map<Meter, Map<LocalDate, BigDecimal>> series = new EnumMap<>(Meter.class);
        if (days) {
            for (Meter meter : Meter.values()) {
                series.put(meter, usage.daily(sight, customer, meter, month));
            }
        }
        return Dashboard.of(month, usage.usage(sight, customer, month), series);
    }

    /// What people call the customer, or its id where nobody knows yet.
    ///
    /// @param sight of the customer only
    public String name(Sight sight, UUID customerId) {
        return customers.customers(sight, 1).stream()
                .map(CustomerSource.Entry::name)
                .findFirst()
                .orElse(customerId.toString());
    }
}
