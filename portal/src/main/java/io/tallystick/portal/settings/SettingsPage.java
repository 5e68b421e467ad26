package io.tallystick.portal.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.portal.usage.CustomerPlace.Addresses;
import io.tallystick.portal.usage.CustomerPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The address of each tab of a customer's settings, which stays where the tab's page moves. A tab
/// that there is not, or that is not for the caller, is the profile.
@Controller
final class SettingsPage {

    private final CustomerPlaces places;
    private final SettingsTabs tabs;

    SettingsPage(CustomerPlaces places, SettingsTabs tabs) {
        this.places = places;
        this.tabs = tabs;
    }

    @GetMapping("/customers/{customer}/settings")
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String tab) {
        Addresses addresses = places.addresses(caller, partner, customer);
        SettingsTab shown =
                SettingsTab.named(tab)
                        .filter(it -> tabs.isFor(caller, it))
                        .orElse(caller.isMember() ? SettingsTab.PROFILE : SettingsTab.API_KEYS);
        return "redirect:" + tabs.address(addresses, shown);
    }
}
