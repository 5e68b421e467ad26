package io.tallystick.portal.settings;

import io.tallystick.command.Commands;
import io.tallystick.command.settings.BlockCaller;
import io.tallystick.command.settings.UnblockCaller;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.portal.usage.CustomerOrder;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.settings.BlockedCallersQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whom a customer does not let through.
@Controller
final class BlockedCallersPage {

    static final String BELOW = "/blocked-callers";

    private static final String PATH = "/customers/{customer}" + BELOW;
    private static final int CALLERS_MAX = 50;

    private final CustomerPlaces places;
    private final VisibleCustomers customers;
    private final BlockedCallersQuery query;
    private final Commands commands;
    private final SettingsTabs tabs;
    private final Clock clock;

    BlockedCallersPage(
            CustomerPlaces places,
            VisibleCustomers customers,
            BlockedCallersQuery query,
            Commands commands,
            SettingsTabs tabs,
            Clock clock) {
        this.places = places;
        this.customers = customers;
        this.query = query;
        this.commands = commands;
        this.tabs = tabs;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        caller.require(Permission.ADMIN);
        return show(places.of(caller, partner, customer), cursor, caller, model);
    }

    @PostMapping(PATH)
    String block(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String number,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        model.addAttribute("number", number);
        caller.require(Permission.ADMIN);
        var order =
                new CustomerOrder(
                        caller, places.of(caller, partner, customer), model, http, response);
        return run(
                found ->
                        BlockCaller.of(
                                found.place().tenantId(),
                                found.customer(),
                                number,
                                Ids.next(),
                                clock.instant()),
                order);
    }

    @PostMapping(PATH + "/unblock")
    String unblock(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String number,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        var order =
                new CustomerOrder(
                        caller, places.of(caller, partner, customer), model, http, response);
        return run(
                found -> UnblockCaller.of(found.place().tenantId(), found.customer(), number),
                order);
    }

    private record Found(CustomerPlace place, Customer customer) {}

    private String run(Function<Found, Object> command, CustomerOrder order) {
        CustomerPlace place = order.place();
        try {
            Object wanted = command.apply(new Found(place, customer(place)));
            commands.send(wanted, order.caller(), order.requestId());
            return "redirect:" + place.at(BELOW);
        } catch (ApiProblem refused) {
            order.refuse(refused);
            return show(place, null, order.caller(), order.model());
        }
    }

    private String show(CustomerPlace place, @Nullable String cursor, Caller caller, Model model) {
        var before = cursor == null ? null : Cursor.id(cursor);
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("tabs", tabs.of(caller, place.addresses(), SettingsTab.BLOCKED_CALLERS));
        var page = query.list(place.sight(), customer(place), before, CALLERS_MAX, clock.instant());
        model.addAttribute("callers", page.items().stream().map(BlockedCallerRow::of).toList());
        String next = page.nextCursor();
        model.addAttribute("next", next == null ? null : place.at(BELOW, "cursor", next));
        return "settings/blocked-callers";
    }

    private Customer customer(CustomerPlace place) {
        return customers.find(place.sight(), place.customerId().toString()).orElseThrow();
    }
}
