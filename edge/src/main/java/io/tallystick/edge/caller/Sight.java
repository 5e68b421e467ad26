package io.tallystick.edge.caller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a read may see: one tenant, or one customer of it. A query that forgets to say so itself is
/// held to it by the database.
///
/// @param customerId null for all customers of the tenant
public record Sight(UUID tenantId, @Nullable UUID customerId) {

    /// Whether it has a customer of its tenant in it.
    public boolean sees(UUID id) {
        return customerId == null || customerId.equals(id);
    }
}
