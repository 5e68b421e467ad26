package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.Sight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose people somebody is one of.
///
/// @param customerId null for the people of the partner itself
public record Team(UUID tenantId, @Nullable UUID customerId) {

    /// What whoever looks at the team may see.
    public Sight sight() {
        return new Sight(tenantId, customerId);
    }
}
