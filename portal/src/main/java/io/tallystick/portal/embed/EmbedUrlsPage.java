package io.tallystick.portal.embed;

import io.tallystick.command.Commands;
import io.tallystick.command.access.PortalAddress;
import io.tallystick.command.access.embed.CreateEmbedUrl;
import io.tallystick.command.access.embed.CreateEmbedUrl.Wish;
import io.tallystick.command.access.embed.RevokeEmbedUrl;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The embed URLs of a customer. A secret is part of the answer to the form that asked for it, and
/// of nothing else: a redirect would have to keep it somewhere.
@Controller
final class EmbedUrlsPage {

    private static final String PATH = "/customers/{customer}" + EmbedUrlList.BELOW;

    private final CustomerPlaces places;
    private final EmbedUrlList list;
    private final Commands commands;
    private final PortalAddress portal;
    private final Clock clock;

    EmbedUrlsPage(
            CustomerPlaces places,
            EmbedUrlList list,
            Commands commands,
            PortalAddress portal,
            Clock clock) {
        this.places = places;
        this.list = list;
        this.commands = commands;
        this.portal = portal;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        return list.show(places.of(caller, partner, customer), cursor, caller, model);
    }

    @PostMapping(PATH)
    String create(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable List<@Nullable String> scopes,
            @RequestParam(required = false) @Nullable String origins,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            var wish = new Wish(kind, label, scopes, lines(origins), null, null);
            var command =
                    CreateEmbedUrl.of(place.tenantId(), place.customerId(), wish, clock.instant());
            commands.send(command, caller, RequestId.of(http));
            model.addAttribute("url", portal.resolve(command.path()).toString());
        } catch (ApiProblem refused) {
            model.addAttribute("label", label);
            model.addAttribute("origins", origins);
            refuse(refused, model, response);
        }
        return list.show(place, null, caller, model);
    }

    /// As people type them: one in a line, or several with spaces or commas between.
    private static List<@Nullable String> lines(@Nullable String origins) {
        return origins == null
                ? List.of()
                : new ArrayList<>(
                        Arrays.stream(origins.split("[\\s,]+"))
                                .filter(text -> !text.isEmpty())
                                .toList());
    }

    @PostMapping(PATH + "/{id}/revoke")
    String revoke(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.ADMIN);
        CustomerPlace place = places.of(caller, partner, customer);
        try {
            var command =
                    RevokeEmbedUrl.of(place.tenantId(), place.customerId(), id, clock.instant());
            commands.send(command, caller, RequestId.of(http));
            return "redirect:" + place.at(EmbedUrlList.BELOW);
        } catch (ApiProblem refused) {
            refuse(refused, model, response);
            return list.show(place, null, caller, model);
        }
    }

    private static void refuse(ApiProblem refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refusal", refused.detail());
    }
}
