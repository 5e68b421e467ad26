package io.tallystick.command.access;

import io.tallystick.edge.lookup.KeyOwner;
import java.util.UUID;

/// Revokes a key for ever.
public record RevokeApiKey(KeyOwner owner, UUID keyId) {

    /// @throws io.tallystick.edge.problem.ApiProblem 404 when there can be no such key
    public static RevokeApiKey of(KeyOwner owner, String keyId) {
        return new RevokeApiKey(owner, ApiKeyRule.id(keyId));
    }
}
