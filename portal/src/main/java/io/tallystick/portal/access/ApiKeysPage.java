package io.tallystick.portal.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.portal.access.KeyDesk.Order;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The keys of a customer, and those of a partner itself.
@Controller
final class ApiKeysPage {

    private static final String OF_PARTNER = KeyPlaces.BELOW;
    private static final String OF_CUSTOMER = "/customers/{customer}" + KeyPlaces.BELOW;

    private final KeyPlaces places;
    private final KeyDesk desk;

    ApiKeysPage(KeyPlaces places, KeyDesk desk) {
        this.places = places;
        this.desk = desk;
    }

    @GetMapping({OF_PARTNER, OF_CUSTOMER})
    String page(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String partner,
            Model model) {
        return desk.show(places.of(caller, partner, customer), caller, model);
    }

    @PostMapping({OF_PARTNER, OF_CUSTOMER})
    String issue(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Set<String> permissions,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        var order = new Order(caller, model, http, response);
        return desk.issue(places.of(caller, partner, customer), name, permissions, order);
    }

    @PostMapping({OF_PARTNER + "/{id}/revoke", OF_CUSTOMER + "/{id}/revoke"})
    String revoke(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        var order = new Order(caller, model, http, response);
        return desk.revoke(places.of(caller, partner, customer), id, order);
    }
}
