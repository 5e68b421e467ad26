package io.tallystick.portal.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.query.access.ApiKeyItem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the page of keys asks of queries and commands.
public interface Keys {

    /// The newest, active and revoked.
    List<ApiKeyItem> of(KeyOwner owner);

    /// @return the secret, which nobody can ask for again
    String issue(
            KeyOwner owner,
            @Nullable String name,
            @Nullable Set<String> permissions,
            Caller caller,
            String requestId);

    void revoke(KeyOwner owner, String keyId, Caller caller, String requestId);
}
