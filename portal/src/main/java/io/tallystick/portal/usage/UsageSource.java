package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.query.usage.CustomerUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.LongConsumer;

/// What the dashboard asks of the query side.
interface UsageSource {

    CustomerUsage usage(Sight sight, Customer customer, CalendarMonth month);

    /// Shown quantity by day; days without usage are left out.
    Map<LocalDate, BigDecimal> daily(
            Sight sight, Customer customer, Meter meter, CalendarMonth month);

    /// Calls the listener with the position up to which usage is counted, now and whenever it has
    /// moved. The listener must return at once.
    Subscription onAdvance(LongConsumer listener);

    /// Stops the calls.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
