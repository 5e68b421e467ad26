package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.Sight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose a key is: the operators', a partner's, or a customer's.
///
/// @param scope `operator`, `partner` or `customer`
/// @param tenantId of operators the one that is always there
/// @param customerId null for all but customers
public record KeyOwner(String scope, UUID tenantId, @Nullable UUID customerId) {

    private static final String OPERATOR = "operator";

    public static KeyOwner operators() {
        return new KeyOwner(OPERATOR, Partners.DEFAULT, null);
    }

    public static KeyOwner partner(UUID tenantId) {
        return new KeyOwner("partner", tenantId, null);
    }

    public static KeyOwner customer(UUID tenantId, UUID customerId) {
        return new KeyOwner("customer", tenantId, customerId);
    }

    public boolean isOperators() {
        return scope.equals(OPERATOR);
    }

    /// What whoever looks at the keys may see.
    public Sight sight() {
        return new Sight(tenantId, customerId);
    }
}
