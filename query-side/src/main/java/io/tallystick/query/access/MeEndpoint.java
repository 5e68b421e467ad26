package io.tallystick.query.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/me`.
@RestController
class MeEndpoint {

    /// Who a key is.
    ///
    /// @param type `operator`, `partner` or `customer`
    /// @param id the key's id
    /// @param name what people call the key
    /// @param partner id of the partner that it acts in
    /// @param customer id of the only customer that it acts for; null for all of the partner
    /// @param permissions what it may do
    record Me(
            String type,
            String id,
            String name,
            UUID partner,
            @Nullable UUID customer,
            List<String> permissions) {}

    /// Say who the key is, and what it may do. Any key may ask.
    @GetMapping("/api/v1/me")
    Me me(Caller caller) {
        return new Me(
                caller.actorType(),
                caller.actorId(),
                caller.label(),
                caller.tenantId(),
                caller.customerScope(),
                List.of(Permission.names(caller.permissions())));
    }
}
