package io.tallystick.portal.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.portal.settings.SettingsTab;
import io.tallystick.portal.settings.SettingsTabs;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.portal.usage.PartnerPlaces;
import io.tallystick.portal.usage.Sidebars;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the keys that an address names: of a customer, of the partner itself, or of the operators.
/// Who may read sees a customer's; the others are for those who may manage them.
@Component
final class KeyPlaces {

    static final String BELOW = "/api-keys";
    static final String OF_OPERATORS = "/operator/api-keys";

    private final CustomerPlaces customers;
    private final PartnerPlaces partners;
    private final Sidebars sidebars;
    private final SettingsTabs tabs;

    KeyPlaces(
            CustomerPlaces customers,
            PartnerPlaces partners,
            Sidebars sidebars,
            SettingsTabs tabs) {
        this.customers = customers;
        this.partners = partners;
        this.sidebars = sidebars;
        this.tabs = tabs;
    }

    /// @param customer null for the partner's own keys
    /// @throws io.tallystick.edge.problem.ApiProblem 403 or 404 for who may not see them
    KeyPlace of(Caller caller, @Nullable String partner, @Nullable String customer) {
        return customer == null
                ? ofPartner(caller, partner)
                : ofCustomer(caller, partner, customer);
    }

    private KeyPlace ofPartner(Caller caller, @Nullable String partner) {
        caller.require(Permission.ADMIN);
        var place = partners.of(caller, partner);
        return new KeyPlace(
                KeyOwner.partner(place.tenantId()),
                place.name(),
                place.sidebar(),
                "api-keys",
                place.at("/"),
                below -> place.at(BELOW + below),
                List.of());
    }

    private KeyPlace ofCustomer(Caller caller, @Nullable String partner, String customer) {
        var place = customers.of(caller, partner, customer);
        return new KeyPlace(
                KeyOwner.customer(place.tenantId(), place.customerId()),
                place.name(),
                place.sidebar(),
                null,
                place.usage(),
                below -> place.at(BELOW + below),
                tabs.of(caller, place.addresses(), SettingsTab.API_KEYS));
    }

    /// @throws io.tallystick.edge.problem.ApiProblem 403 for everybody who is none
    KeyPlace ofOperators(Caller caller) {
        caller.requireOperator();
        caller.require(Permission.ADMIN);
        return new KeyPlace(
                KeyOwner.operators(),
                "Operators",
                sidebars.of(caller),
                "operator-keys",
                "/",
                below -> OF_OPERATORS + below,
                List.of());
    }
}
