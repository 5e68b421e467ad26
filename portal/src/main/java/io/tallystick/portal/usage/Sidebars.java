package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/// The way to the customers, for pages that show none of them.
@Component
public final class Sidebars {

    private final Places places;

    Sidebars(Places places) {
        this.places = places;
    }

    /// Who may read nothing has nowhere to go.
    ///
    /// @return what the template `layout` takes
    public Object of(Caller caller) {
        return Sidebar.of(
                caller,
                places.partners(caller),
                caller.may(Permission.READ) ? places.customers(caller, null) : List.of(),
                caller.tenantId(),
                null);
    }
}
