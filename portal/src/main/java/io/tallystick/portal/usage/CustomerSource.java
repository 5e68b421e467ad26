package io.tallystick.portal.usage;

import io.tallystick.edge.lookup.Customers.Customer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose usage there is to see.
interface CustomerSource {

    Optional<UUID> tenant(String partnerKey);

    /// @param limit how many at most
    List<Partner> partners(int limit);

    Optional<Customer> customer(UUID tenantId, String idOrKey);

    /// @param scope the only customer that may be seen, null for all
    /// @param limit how many at most
    List<Entry> customers(UUID tenantId, @Nullable UUID scope, int limit);

    record Partner(UUID tenantId, String key, String name) {}

    record Entry(UUID customerId, String key, String name) {}
}
