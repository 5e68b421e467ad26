package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.portal.usage.CustomerSource.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A customer's month: once as a page and, while events arrive, only the parts that move.
@Controller
final class DashboardPage {

    private final Places places;
    private final UsageSource source;

    DashboardPage(Places places, UsageSource source) {
        this.places = places;
        this.source = source;
    }

    @GetMapping("/customers/{customer}")
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String month,
            Model model) {
        Place place = places.place(caller, partner, customer, month);
        List<Entry> customers = places.customers(caller, partner);
        model.addAttribute("place", place);
        model.addAttribute(
                "sidebar", Sidebar.of(caller, places.partners(caller), customers, place));
        model.addAttribute("customerName", place.name(customers));
        model.addAttribute("showsLog", caller.may(Permission.ADMIN));
        model.addAttribute("dashboard", dashboard(place));
        return "usage/dashboard";
    }

    @GetMapping("/customers/{customer}/live")
    String live(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String month,
            Model model) {
        Place place = places.place(caller, partner, customer, month);
        model.addAttribute("dashboard", dashboard(place));
        return "usage/live";
    }

    private Dashboard dashboard(Place place) {
        Map<Meter, Map<LocalDate, BigDecimal>> series = new EnumMap<>(Meter.class);
        for (Meter meter : Meter.values()) {
            series.put(meter, source.daily(place.sight(), place.customer(), meter, place.month()));
        }
        var usage = source.usage(place.sight(), place.customer(), place.month());
        return Dashboard.of(place.month(), usage, series);
    }
}
