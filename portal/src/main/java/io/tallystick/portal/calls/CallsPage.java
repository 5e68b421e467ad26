package io.tallystick.portal.calls;

import io.tallystick.command.Commands;
import io.tallystick.command.settings.BlockCaller;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.portal.usage.CustomerOrder;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.query.page.Page;
import io.tallystick.query.phone.NumberSight;
import io.tallystick.query.usage.CallFilter;
import io.tallystick.query.usage.CallItem;
import io.tallystick.query.usage.CallsQuery;
import io.tallystick.query.usage.CallsQuery.Look;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The calls of a customer, from which an unwanted caller is blocked.
@Controller
final class CallsPage {

    private static final String BELOW = "/calls";
    private static final String PATH = "/customers/{customer}" + BELOW;
    private static final int CALLS = 50;

    private final CustomerPlaces places;
    private final VisibleCustomers customers;
    private final CallsQuery query;
    private final Commands commands;
    private final Clock clock;

    CallsPage(
            CustomerPlaces places,
            VisibleCustomers customers,
            CallsQuery query,
            Commands commands,
            Clock clock) {
        this.places = places;
        this.customers = customers;
        this.query = query;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @ModelAttribute("form") CallForm form,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.READ);
        CustomerPlace place = places.of(caller, partner, customer);
        return show(new CustomerOrder(caller, place, model, http, response), form);
    }

    @PostMapping(PATH + "/block")
    String block(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String number,
            @ModelAttribute("form") CallForm form,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        var order = new CustomerOrder(caller, place, model, http, response);
        try {
            var wanted =
                    BlockCaller.of(
                            place.tenantId(), found(place), number, Ids.next(), clock.instant());
            commands.send(wanted, caller, order.requestId());
            return "redirect:" + form.again(place.at(BELOW));
        } catch (ApiProblem refused) {
            order.refuse(refused);
            return show(order, form);
        }
    }

    private String show(CustomerOrder order, CallForm form) {
        CustomerPlace place = order.place();
        Model model = order.model();
        model.addAttribute("place", place);
        model.addAttribute("partner", order.http().getParameter("partner"));
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("days", CallFilter.DAYS);
        model.addAttribute("masked", NumberSight.of(order.caller()).masked());
        model.addAttribute("mayBlock", order.caller().may(Permission.ADMIN));
        model.addAttribute("calls", List.of());
        try {
            fill(order, form);
        } catch (ApiProblem refused) {
            order.refuse(refused);
        }
        return "calls/list";
    }

    private void fill(CustomerOrder order, CallForm form) {
        CustomerPlace place = order.place();
        Instant now = clock.instant();
        var look = new Look(place.sight(), found(place), NumberSight.of(order.caller()));
        Page<CallItem> page = query.newest(look, form.filter(now), CALLS, now);
        order.model().addAttribute("calls", page.items().stream().map(CallRow::of).toList());
        String next = page.nextCursor();
        order.model().addAttribute("next", next == null ? null : form.next(place.at(BELOW), next));
    }

    private Customer found(CustomerPlace place) {
        return customers.find(place.sight(), place.customerId().toString()).orElseThrow();
    }
}
