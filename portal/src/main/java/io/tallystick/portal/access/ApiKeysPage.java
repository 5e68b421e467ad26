package io.tallystick.portal.access;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A customer's keys. A secret is part of the answer to the form that asked for it, and of nothing
/// else: a redirect would have to keep it somewhere.
@Controller
final class ApiKeysPage {

    private static final String VIEW = "access/keys";
    private static final String PATH = "/customers/{customer}/api-keys";

    private final CustomerPlaces places;
    private final Keys keys;

    ApiKeysPage(CustomerPlaces places, Keys keys) {
        this.places = places;
        this.keys = keys;
    }

    @GetMapping(PATH)
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            Model model) {
        return show(places.of(caller, partner, customer), caller, model);
    }

    @PostMapping(PATH)
    String issue(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Set<String> permissions,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            model.addAttribute(
                    "secret", keys.issue(place, name, permissions, caller, RequestId.of(http)));
        } catch (ApiProblem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", refused.detail());
        }
        return show(place, caller, model);
    }

    @PostMapping(PATH + "/{id}/revoke")
    String revoke(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        keys.revoke(place, id, caller, RequestId.of(http));
        return "redirect:" + place.at("/api-keys");
    }

    private String show(CustomerPlace place, Caller caller, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("keys", keys.of(place).stream().map(ApiKeyRow::of).toList());
        model.addAttribute("mayManage", caller.may(Permission.ADMIN));
        return VIEW;
    }
}
