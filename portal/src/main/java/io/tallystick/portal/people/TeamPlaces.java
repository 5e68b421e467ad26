package io.tallystick.portal.people;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Team;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.portal.usage.PartnerPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the people whom an address names: of a customer, or of the partner itself.
@Component
final class TeamPlaces {

    private static final String BELOW = "/members";

    private final CustomerPlaces customers;
    private final PartnerPlaces partners;

    TeamPlaces(CustomerPlaces customers, PartnerPlaces partners) {
        this.customers = customers;
        this.partners = partners;
    }

    /// @param customer null for the partner's own people
    TeamPlace of(Caller caller, @Nullable String partner, @Nullable String customer) {
        if (customer == null) {
            var place = partners.of(caller, partner);
            return new TeamPlace(
                    new Team(place.tenantId(), null),
                    place.name(),
                    place.sidebar(),
                    place.at("/"),
                    below -> place.at(BELOW + below));
        }
        var place = customers.of(caller, partner, customer);
        return new TeamPlace(
                new Team(place.tenantId(), place.customerId()),
                place.name(),
                place.sidebar(),
                place.usage(),
                below -> place.at(BELOW + below));
    }
}
