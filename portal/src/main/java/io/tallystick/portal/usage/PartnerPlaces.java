package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerSource.Partner;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds a partner for pages that show none of its customers.
@Component
public final class PartnerPlaces {

    private final Places places;

    PartnerPlaces(Places places) {
        this.places = places;
    }

    /// @throws ApiProblem 404 for who acts for a customer only, as for what is not there
    public PartnerPlace of(Caller caller, @Nullable String partner) {
        caller.require(Permission.READ);
        if (caller.customerScope() != null) {
            throw ApiProblem.notFound("partner");
        }
        UUID tenant = places.tenant(caller, partner);
        List<Partner> partners = places.partners(caller);
        return new PartnerPlace(
                tenant,
                places.partnerName(tenant),
                Sidebar.of(caller, partners, places.customers(caller, partner), tenant, partner),
                path -> Place.below(partner, path));
    }
}
