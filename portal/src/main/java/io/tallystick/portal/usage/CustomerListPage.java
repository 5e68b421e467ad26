package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.portal.usage.CustomerSource.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way in: whoever has a single customer to look at is taken there, and who has none to its
/// profile.
@Controller
final class CustomerListPage {

    private final Places places;

    CustomerListPage(Places places) {
        this.places = places;
    }

    @GetMapping("/")
    String page(
            Caller caller, @RequestParam(required = false) @Nullable String partner, Model model) {
        if (caller.isMember() && !caller.may(Permission.READ)) {
            return "redirect:/profile";
        }
        List<Entry> customers = places.customers(caller, partner);
        if (customers.size() == 1) {
            return "redirect:" + Place.customer(partner, customers.getFirst().key());
        }
        model.addAttribute(
                "sidebar",
                Sidebar.of(
                        caller,
                        places.partners(caller),
                        customers,
                        places.tenant(caller, partner),
                        partner));
        return "usage/customers";
    }
}
