package io.tallystick.portal.access;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The page of keys, whosever they are. A secret is part of the answer to the form that asked for
/// it, and of nothing else: a redirect would have to keep it somewhere.
@Component
final class KeyDesk {

    private static final String VIEW = "access/keys";

    private final Keys keys;

    KeyDesk(Keys keys) {
        this.keys = keys;
    }

    /// Who asked for something, and where the answer goes.
    record Order(
            Caller caller, Model model, HttpServletRequest http, HttpServletResponse response) {}

    String issue(
            KeyPlace place, @Nullable String name, @Nullable Set<String> permissions, Order order) {
        order.caller().require(Permission.ADMIN);
        order.response().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            String secret =
                    keys.issue(
                            place.owner(),
                            name,
                            permissions,
                            order.caller(),
                            RequestId.of(order.http()));
            order.model().addAttribute("secret", secret);
        } catch (ApiProblem refused) {
            refuse(order, refused);
        }
        return show(place, order.caller(), order.model());
    }

    String revoke(KeyPlace place, String id, Order order) {
        order.caller().require(Permission.ADMIN);
        try {
            keys.revoke(place.owner(), id, order.caller(), RequestId.of(order.http()));
            return "redirect:" + place.at("");
        } catch (ApiProblem refused) {
            refuse(order, refused);
            return show(place, order.caller(), order.model());
        }
    }

    String show(KeyPlace place, Caller caller, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("section", place.section());
        model.addAttribute("tabs", place.tabs());
        model.addAttribute("keys", keys.of(place.owner()).stream().map(ApiKeyRow::of).toList());
        model.addAttribute("mayManage", caller.may(Permission.ADMIN));
        return VIEW;
    }

    private static void refuse(Order order, ApiProblem refused) {
        order.response().setStatus(refused.status().value());
        order.model().addAttribute("refusal", refused.detail());
    }
}
