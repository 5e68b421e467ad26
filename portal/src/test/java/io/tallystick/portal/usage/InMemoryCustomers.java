package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.Partners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The default partner with customers, and a second partner without any.
final class InMemoryCustomers implements CustomerSource {

    static final UUID OTHER_TENANT = new UUID(0, 99);

    private final List<Customer> customers = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    InMemoryCustomers with(String key, String name, String timeZone) {
        UUID id = new UUID(0, customers.size() + 1);
        customers.add(new Customer(id, key, timeZone, "EUR", "DE"));
        entries.add(new Entry(id, key, name));
        return this;
    }

    @Override
    public Optional<UUID> tenant(String partnerKey) {
        return partnerKey.equals("other") ? Optional.of(OTHER_TENANT) : Optional.empty();
    }

    @Override
    public String partnerName(UUID tenantId) {
        return tenantId.equals(OTHER_TENANT) ? "Other partner" : "Default partner";
    }

    @Override
    public List<Partner> partners(Caller operator, int limit) {
        return List.of(
                new Partner(Partners.DEFAULT, "default", "Default partner"),
                new Partner(OTHER_TENANT, "other", "Other partner"));
    }

    @Override
    public Optional<Customer> customer(Sight sight, String idOrKey) {
        return customers.stream()
                .filter(customer -> sight.tenantId().equals(Partners.DEFAULT))
                .filter(customer ->
                        customer.key().equals(idOrKey)
                                || customer.customerId().toString().equals(idOrKey))
                .findFirst();
    }

    @Override
    public List<Entry> customers(Sight sight, int limit) {
        return sight.tenantId().equals(Partners.DEFAULT)
                ? entries.stream()
                        .filter(entry -> sight.sees(entry.customerId()))
                        .limit(limit)
                        .toList()
                : List.of();
    }
}
