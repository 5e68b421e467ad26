package io.tallystick.portal.webhooks;

import io.tallystick.command.Commands;
import io.tallystick.command.webhooks.AddWebhookEndpoint;
import io.tallystick.command.webhooks.ChangeWebhookEndpoint;
import io.tallystick.command.webhooks.RemoveWebhookEndpoint;
import io.tallystick.command.webhooks.ResendWebhookDelivery;
import io.tallystick.command.webhooks.RotateWebhookSecret;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.webhook.WebhookReach;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The webhook endpoints of a customer. A secret is part of the answer to the form that asked for
/// it, and of nothing else: a redirect would have to keep it somewhere.
@Controller
final class WebhooksPage {

    private static final String PATH = "/customers/{customer}" + WebhookViews.BELOW;

    private final CustomerPlaces places;
    private final WebhookViews views;
    private final Commands commands;
    private final WebhookReach reach;
    private final Clock clock;

    WebhooksPage(
            CustomerPlaces places,
            WebhookViews views,
            Commands commands,
            WebhookReach reach,
            Clock clock) {
        this.places = places;
        this.views = views;
        this.commands = commands;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String all(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            Model model) {
        caller.require(Permission.ADMIN);
        return views.all(places.of(caller, partner, customer), model);
    }

    @PostMapping(PATH)
    String add(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable List<@Nullable String> types,
            @RequestParam(required = false) @Nullable String description,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            var wish = new AddWebhookEndpoint.Wish(url, types, description);
            var command =
                    AddWebhookEndpoint.of(
                            place.tenantId(), place.customerId(), wish, reach, clock.instant());
            commands.send(command, caller, RequestId.of(http));
            model.addAttribute("secret", command.secret());
        } catch (ApiProblem refused) {
            model.addAttribute("url", url);
            model.addAttribute("description", description);
            refuse(refused, model, response);
        }
        return views.all(place, model);
    }

    @GetMapping(PATH + "/{id}")
    String one(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        caller.require(Permission.ADMIN);
        return views.one(places.of(caller, partner, customer), id, cursor, model);
    }

    @PostMapping(PATH + "/{id}/rotate")
    String rotate(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        var command = RotateWebhookSecret.of(place.tenantId(), place.customerId(), id);
        commands.send(command, caller, RequestId.of(http));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("secret", command.secret());
        return views.one(place, id, null, model);
    }

    /// @param enabled what it is to be from here on
    @PostMapping(PATH + "/{id}/state")
    String state(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false, defaultValue = "false") boolean enabled,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        var wish = new ChangeWebhookEndpoint.Wish(null, null, null, enabled);
        var command =
                ChangeWebhookEndpoint.of(place.tenantId(), place.customerId(), id, wish, reach);
        commands.send(command, caller, RequestId.of(http));
        return "redirect:" + place.at(WebhookViews.BELOW + "/" + command.endpointId());
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        var command = RemoveWebhookEndpoint.of(place.tenantId(), place.customerId(), id);
        commands.send(command, caller, RequestId.of(http));
        return "redirect:" + place.at(WebhookViews.BELOW);
    }

    @PostMapping(PATH + "/{id}/deliveries/{delivery}/resend")
    String resend(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @PathVariable String delivery,
            @RequestParam(required = false) @Nullable String partner,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        var command = ResendWebhookDelivery.of(place.tenantId(), place.customerId(), id, delivery);
        try {
            commands.send(command, caller, RequestId.of(http));
            return "redirect:" + place.at(WebhookViews.BELOW + "/" + command.endpointId());
        } catch (ApiProblem refused) {
            refuse(refused, model, response);
            return views.one(place, id, null, model);
        }
    }

    private static void refuse(ApiProblem refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refusal", refused.detail());
    }
}
