package io.tallystick.portal.audit;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.portal.usage.PartnerPlaces;
import io.tallystick.query.audit.LogDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the log that an address names: of a customer, of a partner with its customers, or of the
/// installation.
@Component
final class LogPlaces {

    private static final String BELOW = "/system-log";
    private static final String SECTION = "log";

    private final CustomerPlaces customers;
    private final PartnerPlaces partners;

    LogPlaces(CustomerPlaces customers, PartnerPlaces partners) {
        this.customers = customers;
        this.partners = partners;
    }

    /// @param customer null for all of the partner
    LogPlace of(
            Caller caller,
            @Nullable String partner,
            @Nullable String customer,
            boolean installation) {
        caller.require(Permission.ADMIN);
        if (customer != null) {
            var place = customers.of(caller, partner, customer);
            return new LogPlace(
                    new Sight(place.tenantId(), place.customerId()),
                    place.name(),
                    place.sidebar(),
                    null,
                    place.usage(),
                    false,
                    below -> place.at(BELOW + below));
        }
        var place = partners.of(caller, partner);
        return new LogPlace(
                installation ? LogDesk.ofInstallation(caller) : new Sight(place.tenantId(), null),
                installation ? "Installation" : place.name(),
                place.sidebar(),
                SECTION,
                place.at("/"),
                installation,
                below -> place.at(BELOW + below));
    }
}
