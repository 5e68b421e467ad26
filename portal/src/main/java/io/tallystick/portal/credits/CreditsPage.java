package io.tallystick.portal.credits;

import io.tallystick.command.credits.CreditDesk;
import io.tallystick.command.credits.DeductCredits;
import io.tallystick.command.credits.GrantCredits;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownCredits;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.portal.usage.CustomerOrder;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.query.credits.CreditsQuery;
import io.tallystick.query.credits.TransactionCursor;
import io.tallystick.query.position.ProjectionBehind;
import io.tallystick.query.position.ProjectionWatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The credits of a customer.
@Controller
final class CreditsPage {

    private static final String BELOW = "/credits";
    private static final String PATH = "/customers/{customer}" + BELOW;
    private static final int TRANSACTIONS_MAX = 25;
    private static final Duration CHART = Duration.ofDays(30);

    private final CustomerPlaces places;
    private final VisibleCustomers customers;
    private final CreditsQuery query;
    private final ShownCredits credits;
    private final CreditDesk desk;
    private final ProjectionWatch watch;
    private final Clock clock;

    CreditsPage(
            CustomerPlaces places,
            VisibleCustomers customers,
            CreditsQuery query,
            ShownCredits credits,
            CreditDesk desk,
            ProjectionWatch watch,
            Clock clock) {
        this.places = places;
        this.customers = customers;
        this.query = query;
        this.credits = credits;
        this.desk = desk;
        this.watch = watch;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        caller.require(Permission.READ);
        return show(places.of(caller, partner, customer), cursor, caller, model);
    }

    @PostMapping(PATH + "/grants")
    String grant(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String expires,
            @RequestParam(required = false) @Nullable String note,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        CreditDesk.requirePartner(caller);
        var order =
                new CustomerOrder(
                        caller, places.of(caller, partner, customer), model, http, response);
        return run(
                found ->
                        GrantCredits.of(
                                found.place().tenantId(),
                                found.place().customerId(),
                                Ids.next(),
                                new GrantCredits.Wish(
                                        amount,
                                        kind,
                                        null,
                                        null,
                                        expiry(expires, found.customer()),
                                        note),
                                clock.instant()),
                order);
    }

    @PostMapping(PATH + "/deductions")
    String deduct(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) boolean override,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        CreditDesk.requirePartner(caller);
        var order =
                new CustomerOrder(
                        caller, places.of(caller, partner, customer), model, http, response);
        return run(
                found ->
                        DeductCredits.of(
                                found.place().tenantId(),
                                found.place().customerId(),
                                Ids.next(),
                                amount,
                                reason,
                                override),
                order);
    }

    private record Found(CustomerPlace place, Customer customer) {}

    /// The last day is one on which they pay, in the time zone of the customer.
    private static @Nullable Instant expiry(@Nullable String day, Customer customer) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(ZoneId.of(customer.timeZone()))
                    .toInstant();
        } catch (DateTimeException e) {
            throw ApiProblem.invalid("/expiresAt", "invalid_date", "A day is like 2027-01-31.");
        }
    }

    private String run(Function<Found, Object> command, CustomerOrder order) {
        CustomerPlace place = order.place();
        try {
            Object wanted = command.apply(new Found(place, customer(place)));
            var done = desk.send(wanted, order.caller(), order.requestId());
            await(done.position());
            return "redirect:" + place.at(BELOW);
        } catch (ApiProblem refused) {
            order.refuse(refused);
            return show(place, null, order.caller(), order.model());
        }
    }

    /// The page that comes next shows what was done, unless the ledger is far behind.
    private void await(long position) {
        try {
            watch.await(CreditsQuery.GROUP, position);
        } catch (ProjectionBehind later) {
            // What was done is done, and is shown a little later.
        }
    }

    private String show(CustomerPlace place, @Nullable String cursor, Caller caller, Model model) {
        Customer customer = customer(place);
        Instant now = clock.instant();
        ZoneId zone = ZoneId.of(customer.timeZone());
        var after = cursor == null ? null : TransactionCursor.parse(cursor);
        var page = query.transactions(place.sight(), customer, after, TRANSACTIONS_MAX, now);
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("credits", query.of(place.sight(), customer, now));
        model.addAttribute(
                "days",
                BurnedDay.of(
                        credits.burned(
                                place.sight(),
                                customer.customerId(),
                                now.minus(CHART),
                                customer.timeZone())));
        model.addAttribute(
                "history", page.items().stream().map(row -> CreditRow.of(row, zone)).toList());
        String next = page.nextCursor();
        model.addAttribute("next", next == null ? null : place.at(BELOW, "cursor", next));
        model.addAttribute("gives", caller.may(Permission.ADMIN) && caller.customerScope() == null);
        return "credits/credits";
    }

    private Customer customer(CustomerPlace place) {
        return customers.find(place.sight(), place.customerId().toString()).orElseThrow();
    }
}
