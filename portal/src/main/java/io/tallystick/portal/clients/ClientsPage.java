package io.tallystick.portal.clients;

import io.tallystick.command.access.clients.ArchiveClient;
import io.tallystick.command.access.clients.ChangeClient;
import io.tallystick.command.access.clients.CreateClients;
import io.tallystick.command.access.clients.CreateClients.Outcome;
import io.tallystick.command.access.clients.InviteClient;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerOrder;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The clients of a customer, for its people and its partner's.
@Controller
final class ClientsPage {

    private static final String PATH = "/customers/{customer}" + ClientDesk.BELOW;
    private static final String CLIENT = PATH + "/{id}";

    private final CustomerPlaces places;
    private final ClientDesk desk;

    ClientsPage(CustomerPlaces places, ClientDesk desk) {
        this.places = places;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String list(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean archived,
            Model model) {
        return desk.list(places.of(caller, partner, customer), archived, cursor, caller, model);
    }

    @GetMapping(CLIENT)
    String client(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model) {
        return desk.client(places.of(caller, partner, customer), id, caller, model);
    }

    /// What a form says of a client.
    record Form(
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String phone) {}

    @PostMapping(PATH)
    String create(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            Form form,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        CustomerPlace place = places.of(caller, partner, customer);
        var order = new CustomerOrder(caller, place, model, http, response);
        try {
            List<Outcome> outcomes =
                    desk.send(
                            CreateClients.one(
                                    place.tenantId(),
                                    desk.customer(place),
                                    form.name(),
                                    form.email(),
                                    form.externalId(),
                                    form.phone(),
                                    desk.now()),
                            order);
            CreateClients.requireDone(outcomes);
            return "redirect:" + place.at(ClientDesk.BELOW);
        } catch (ApiProblem refused) {
            model.addAttribute("form", form);
            order.refuse(refused);
            return desk.list(place, false, null, caller, model);
        }
    }

    @PostMapping(CLIENT)
    String change(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Form form,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        CustomerPlace place = places.of(caller, partner, customer);
        return run(
                () ->
                        ChangeClient.of(
                                place.tenantId(),
                                desk.customer(place),
                                id,
                                form.name(),
                                form.email(),
                                form.externalId(),
                                form.phone()),
                id,
                new CustomerOrder(caller, place, model, http, response));
    }

    @PostMapping(CLIENT + "/invite")
    String invite(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        CustomerPlace place = places.of(caller, partner, customer);
        return run(
                () -> InviteClient.of(place.tenantId(), place.customerId(), id, desk.now()),
                id,
                new CustomerOrder(caller, place, model, http, response));
    }

    @PostMapping(CLIENT + "/archive")
    String archive(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        CustomerPlace place = places.of(caller, partner, customer);
        return run(
                () -> ArchiveClient.of(place.tenantId(), place.customerId(), id, desk.now()),
                id,
                new CustomerOrder(caller, place, model, http, response));
    }

    private String run(Supplier<Object> command, String id, CustomerOrder order) {
        try {
            desk.send(command.get(), order);
            return "redirect:" + order.place().at(ClientDesk.BELOW + "/" + id);
        } catch (ApiProblem refused) {
            order.refuse(refused);
            return desk.client(order.place(), id, order.caller(), order.model());
        }
    }
}
