package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.portal.usage.CustomerPlace.Addresses;
import io.tallystick.portal.usage.CustomerSource.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds a customer for pages that show something else than its usage.
@Component
public final class CustomerPlaces {

    private final Places places;

    CustomerPlaces(Places places) {
        this.places = places;
    }

    /// What is at a customer, also for people who may read nothing of it but that it is there.
    ///
    /// @throws io.tallystick.edge.problem.ApiProblem 404 for what the caller may not see, as for
    ///   what is not there
    public Addresses addresses(Caller caller, @Nullable String partner, String customer) {
        return places.visible(caller, partner, customer, null)::at;
    }

    /// @throws io.tallystick.edge.problem.ApiProblem 404 for what the caller may not see, as for
    ///   what is not there
    public CustomerPlace of(Caller caller, @Nullable String partner, String customer) {
        Place place = places.place(caller, partner, customer, null);
        List<Entry> customers = places.customers(caller, partner);
        return new CustomerPlace(
                place.sight(),
                place.customer().customerId(),
                place.name(customers),
                Sidebar.of(caller, places.partners(caller), customers, place),
                place::at);
    }
}
