package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whose usage there is to see.
interface CustomerSource {

    Optional<UUID> tenant(String partnerKey);

    /// What people call the partner.
    String partnerName(UUID tenantId);

    /// @param operator who asks
    /// @param limit how many at most
    List<Partner> partners(Caller operator, int limit);

    Optional<Customer> customer(Sight sight, String idOrKey);

    /// @param limit how many at most
    List<Entry> customers(Sight sight, int limit);

    record Partner(UUID tenantId, String key, String name) {}

    record Entry(UUID customerId, String key, String name) {}
}
