package io.tallystick.portal.access;

import io.tallystick.edge.caller.Caller;
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

/// The keys of the operators. They are the installation's, so the address names no partner.
@Controller
final class OperatorKeysPage {

    private static final String PATH = KeyPlaces.OF_OPERATORS;

    private final KeyPlaces places;
    private final KeyDesk desk;

    OperatorKeysPage(KeyPlaces places, KeyDesk desk) {
        this.places = places;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String page(Caller caller, Model model) {
        return desk.show(places.ofOperators(caller), caller, model);
    }

    @PostMapping(PATH)
    String issue(
            Caller caller,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Set<String> permissions,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        var order = new Order(caller, model, http, response);
        return desk.issue(places.ofOperators(caller), name, permissions, order);
    }

    @PostMapping(PATH + "/{id}/revoke")
    String revoke(
            Caller caller,
            @PathVariable String id,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        var order = new Order(caller, model, http, response);
        return desk.revoke(places.ofOperators(caller), id, order);
    }
}
