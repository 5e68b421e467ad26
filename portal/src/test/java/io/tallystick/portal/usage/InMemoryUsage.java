package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.query.usage.CustomerUsage;
import io.tallystick.query.usage.CustomerUsage.MeterUsage;
import io.tallystick.query.usage.CustomerUsage.QualifiedCalls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Answers that a test sets itself.
final class InMemoryUsage implements UsageSource {

    private final Map<String, MeterUsage> meters = new HashMap<>();
    private final Map<Meter, Map<LocalDate, BigDecimal>> series = new HashMap<>();
    private final Map<String, InMemoryUsage> others = new HashMap<>();
    private final AtomicLong position = new AtomicLong(1);
    private final Set<LongConsumer> listeners = ConcurrentHashMap.newKeySet();

    InMemoryUsage with(
            String meter,
            String name,
            String unit,
            String quantity,
            String previous,
            @Nullable String projected) {
        meters.put(
                meter,
                new MeterUsage(
                        meter,
                        name,
                        unit,
                        new BigDecimal(quantity),
                        new BigDecimal(previous),
                        projected == null ? null : new BigDecimal(projected)));
        position.incrementAndGet();
        return this;
    }

    InMemoryUsage with(Meter meter, String quantity, String previous, @Nullable String projected) {
        return with(meter.slug(), meter.title(), meter.unit(), quantity, previous, projected);
    }

    InMemoryUsage onDay(Meter meter, LocalDate day, String quantity) {
        series.computeIfAbsent(meter, _ -> new HashMap<>()).put(day, new BigDecimal(quantity));
        return this;
    }

    /// The customer with this key has usage of its own.
    InMemoryUsage butFor(String key, InMemoryUsage usage) {
        others.put(key, usage);
        return this;
    }

    @Override
    public CustomerUsage usage(Sight sight, Customer customer, CalendarMonth month) {
        InMemoryUsage other = others.get(customer.key());
        if (other != null) {
            return other.usage(sight, customer, month);
        }
        return new CustomerUsage(
                month.now(),
                position.get(),
                customer.timeZone(),
                month.from(),
                month.to(),
                List.copyOf(meters.values()),
                new QualifiedCalls(60, 318, 402));
    }

    @Override
    public Map<LocalDate, BigDecimal> daily(
            Sight sight, Customer customer, Meter meter, CalendarMonth month) {
        InMemoryUsage other = others.get(customer.key());
        if (other != null) {
            return other.daily(sight, customer, meter, month);
        }
        return series.getOrDefault(meter, Map.of());
    }

    @Override
    public Subscription onAdvance(LongConsumer listener) {
        listeners.add(listener);
        listener.accept(position.get());
        return () -> listeners.remove(listener);
    }

    void advance() {
        long now = position.incrementAndGet();
        listeners.forEach(listener -> listener.accept(now));
    }

    int listeners() {
        return listeners.size();
    }
}
