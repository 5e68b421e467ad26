package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import org.springframework.stereotype.Component;

/// The way to the customers, for pages that show none of them.
@Component
public final class Sidebars {

    private final Places places;

    Sidebars(Places places) {
        this.places = places;
    }

    /// @return what the template `layout` takes
    public Object of(Caller caller) {
        return Sidebar.of(
                caller,
                places.partners(caller),
                places.customers(caller, null),
                caller.tenantId(),
                null);
    }
}
