package io.tallystick.command.access;

import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.ApiKeys.ApiKey;
import io.tallystick.edge.lookup.KeyOwner;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Issues a key. The command answers when the key came to be.
///
/// @param secret never becomes part of a fact
public record IssueApiKey(ApiKey key, String secret) {

    public static IssueApiKey of(
            UUID keyId, KeyOwner owner, @Nullable String name, @Nullable Set<String> permissions) {
        String secret = ApiKeySecret.generate();
        Set<Permission> granted = ApiKeyRule.permissions(permissions);
        var key =
                new ApiKey(
                        owner.tenantId(),
                        keyId,
                        owner.scope(),
                        owner.customerId(),
                        ApiKeyRule.name(name),
                        ApiKeySecret.prefix(secret),
                        granted);
        return new IssueApiKey(key, secret);
    }

    @Override
    public String toString() {
        return "IssueApiKey[" + key + "]";
    }
}
