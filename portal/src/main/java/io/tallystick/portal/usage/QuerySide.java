package io.tallystick.portal.usage;

import static java.util.stream.Collectors.toMap;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.access.CustomerDirectory;
import io.tallystick.query.access.PartnerDirectory;
import io.tallystick.query.position.ProjectionWatch;
import io.tallystick.query.usage.CustomerUsage;
import io.tallystick.query.usage.CustomerUsageQuery;
import io.tallystick.query.usage.MeterQuery;
import io.tallystick.query.usage.MeterSeries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/// The pages' questions, put to the query side. A customer is looked up where commands keep it:
/// what was created a moment ago has a page already.
@Component
final class QuerySide implements UsageSource, CustomerSource {

    private final CustomerUsageQuery usage;
    private final MeterQuery meters;
    private final CustomerDirectory directory;
    private final PartnerDirectory partnerDirectory;
    private final VisibleCustomers customers;
    private final Partners partners;
    private final ProjectionWatch watch;
    private final Clock clock;

    QuerySide(
            CustomerUsageQuery usage,
            MeterQuery meters,
            CustomerDirectory directory,
            PartnerDirectory partnerDirectory,
            VisibleCustomers customers,
            Partners partners,
            ProjectionWatch watch,
            Clock clock) {
        this.usage = usage;
        this.meters = meters;
        this.directory = directory;
        this.partnerDirectory = partnerDirectory;
        this.customers = customers;
        this.partners = partners;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public CustomerUsage usage(Sight sight, Customer customer, CalendarMonth month) {
        return usage.of(sight, customer, month.from(), month.to(), month.now());
    }

    @Override
    public Map<LocalDate, BigDecimal> daily(
            Sight sight, Customer customer, Meter meter, CalendarMonth month) {
        MeterSeries series =
                meters.daily(sight, customer, meter.slug(), month.from(), month.to(), month.now());
        return series.data().stream()
                .collect(
                        toMap(
                                window -> LocalDate.ofInstant(window.windowStart(), month.zone()),
                                MeterSeries.Window::value,
                                BigDecimal::add));
    }

    @Override
    public Subscription onAdvance(LongConsumer listener) {
        return watch.onAdvance(MeterQuery.PROJECTION, listener)::close;
    }

    @Override
    public Optional<UUID> tenant(String partnerKey) {
        return partners.find(partnerKey);
    }

    @Override
    public String partnerName(UUID tenantId) {
        return partners.name(tenantId);
    }

    @Override
    public List<Partner> partners(Caller operator, int limit) {
        return partnerDirectory.list(operator, null, limit, clock.instant()).items().stream()
                .map(item -> new Partner(item.id(), item.key(), item.name()))
                .toList();
    }

    @Override
    public Optional<Customer> customer(Sight sight, String idOrKey) {
        return customers.find(sight, idOrKey);
    }

    @Override
    public List<Entry> customers(Sight sight, int limit) {
        return directory.list(sight, null, limit, clock.instant()).items().stream()
                .map(item -> new Entry(item.id(), item.key(), item.name()))
                .toList();
    }
}
