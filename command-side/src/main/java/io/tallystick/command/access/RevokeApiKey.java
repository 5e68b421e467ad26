package io.tallystick.command.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Revokes a key for ever.
///
/// @param customerId whose key it is, null for a key of the partner itself
public record RevokeApiKey(UUID tenantId, @Nullable UUID customerId, UUID keyId) {

    /// @throws io.tallystick.edge.problem.ApiProblem 404 when there can be no such key
    public static RevokeApiKey of(UUID tenantId, @Nullable UUID customerId, String keyId) {
        return new RevokeApiKey(tenantId, customerId, ApiKeyRule.id(keyId));
    }

    String scope() {
        return customerId == null ? "partner" : "customer";
    }
}
