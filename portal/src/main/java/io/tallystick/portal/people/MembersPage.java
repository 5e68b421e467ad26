package io.tallystick.portal.people;

import io.tallystick.command.access.ChangeMemberRole;
import io.tallystick.command.access.InviteMember;
import io.tallystick.command.access.RemoveMember;
import io.tallystick.command.access.RevokeInvitation;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The people of a customer, and those of a partner itself.
@Controller
final class MembersPage {

    private static final String VIEW = "people/members";
    private static final String OF_PARTNER = "/members";
    private static final String OF_CUSTOMER = "/customers/{customer}/members";

    private final TeamPlaces places;
    private final TeamDesk desk;
    private final Clock clock;

    MembersPage(TeamPlaces places, TeamDesk desk, Clock clock) {
        this.places = places;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping({OF_PARTNER, OF_CUSTOMER})
    String page(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String partner,
            Model model) {
        return show(places.of(caller, partner, customer), caller, model);
    }

    @PostMapping({OF_PARTNER, OF_CUSTOMER})
    String invite(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String role,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        model.addAttribute("email", email);
        var order = new Order(caller, partner, customer, model, http, response);
        return run(
                order,
                place ->
                        InviteMember.of(
                                caller, place.team(), Ids.next(), email, role, clock.instant()));
    }

    @PostMapping({OF_PARTNER + "/{id}/role", OF_CUSTOMER + "/{id}/role"})
    String changeRole(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String role,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        var order = new Order(caller, partner, customer, model, http, response);
        return run(order, place -> ChangeMemberRole.of(caller, place.team(), id, role));
    }

    @PostMapping({OF_PARTNER + "/{id}/remove", OF_CUSTOMER + "/{id}/remove"})
    String remove(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        var order = new Order(caller, partner, customer, model, http, response);
        return run(order, place -> RemoveMember.of(caller, place.team(), id));
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
        var order = new Order(caller, partner, customer, model, http, response);
        return run(order, place -> RevokeInvitation.of(caller, place.team(), id));
    }

    /// What somebody asked for, and where the answer goes.
    private record Order(
            Caller caller,
            @Nullable String partner,
            @Nullable String customer,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {}

    private String run(Order order, Function<TeamPlace, Object> command) {
        order.caller().require(Permission.ADMIN);
        TeamPlace place = places.of(order.caller(), order.partner(), order.customer());
        try {
            desk.send(command.apply(place), order.caller(), RequestId.of(order.http()));
            return "redirect:" + place.at("");
        } catch (ApiProblem refused) {
            order.response().setStatus(refused.status().value());
            order.model().addAttribute("refusal", refused.detail());
            return show(place, order.caller(), order.model());
        }
    }

    private String show(TeamPlace place, Caller caller, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("section", place.team().customerId() == null ? "members" : null);
        model.addAttribute("members", desk.members(place.team()));
        model.addAttribute(
                "invitations",
                desk.invitations(place.team()).stream().map(InvitationRow::of).toList());
        model.addAttribute(
                "roles", Arrays.stream(MemberRole.values()).map(MemberRole::lower).toList());
        model.addAttribute("mayManage", caller.may(Permission.ADMIN));
        return VIEW;
    }
}
