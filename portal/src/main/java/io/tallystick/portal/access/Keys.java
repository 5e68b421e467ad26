package io.tallystick.portal.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.query.access.ApiKeyItem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the page of keys asks of queries and commands.
public interface Keys {

    /// The newest, active and revoked.
    List<ApiKeyItem> of(CustomerPlace place);

    /// @return the secret, which nobody can ask for again
    String issue(
            CustomerPlace place,
            @Nullable String name,
            @Nullable Set<String> permissions,
            Caller caller,
            String requestId);

    void revoke(CustomerPlace place, String keyId, Caller caller, String requestId);
}
