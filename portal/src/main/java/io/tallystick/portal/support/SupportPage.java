package io.tallystick.portal.support;

import io.tallystick.command.support.CommentTicket;
import io.tallystick.command.support.MoveTicket;
import io.tallystick.command.support.OpenTicket;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerOrder;
import io.tallystick.portal.usage.CustomerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The tickets of a customer, for its people from the manager on and for its partner.
@Controller
final class SupportPage {

    private static final String PATH = "/customers/{customer}" + SupportDesk.BELOW;
    private static final String TICKET = PATH + "/{id}";

    private final CustomerPlaces places;
    private final SupportDesk desk;

    SupportPage(CustomerPlaces places, SupportDesk desk) {
        this.places = places;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String list(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        caller.require(Permission.WRITE);
        return desk.list(places.of(caller, partner, customer), cursor, caller, model);
    }

    @GetMapping(TICKET)
    String ticket(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model) {
        caller.require(Permission.WRITE);
        return desk.ticket(places.of(caller, partner, customer), id, caller, model);
    }

    @PostMapping(PATH)
    String open(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String priority,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        var place = places.of(caller, partner, customer);
        var order = new CustomerOrder(caller, place, model, http, response);
        UUID id = Ids.next();
        try {
            desk.send(
                    OpenTicket.of(
                            place.tenantId(), place.customerId(), id, subject, text, priority),
                    order);
            return "redirect:" + place.at(SupportDesk.BELOW + "/" + id);
        } catch (ApiProblem refused) {
            model.addAttribute("subject", subject);
            model.addAttribute("text", text);
            order.refuse(refused);
            return desk.list(place, null, caller, model);
        }
    }

    @PostMapping(TICKET + "/comments")
    String comment(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String text,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        var place = places.of(caller, partner, customer);
        model.addAttribute("text", text);
        return desk.change(
                () -> CommentTicket.of(place.tenantId(), place.customerId(), id, text),
                id,
                new CustomerOrder(caller, place, model, http, response));
    }

    @PostMapping(TICKET + "/state")
    String move(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String state,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        var place = places.of(caller, partner, customer);
        return desk.change(
                () -> MoveTicket.of(place.tenantId(), place.customerId(), id, state),
                id,
                new CustomerOrder(caller, place, model, http, response));
    }
}
