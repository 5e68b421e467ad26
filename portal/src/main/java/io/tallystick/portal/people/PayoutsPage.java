package io.tallystick.portal.people;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownPayouts;
import io.tallystick.portal.people.ProfileDesk.Proof;
import io.tallystick.portal.settings.SettingsTab;
import io.tallystick.portal.settings.SettingsTabs;
import io.tallystick.portal.usage.Sidebars;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a member is paid. Whoever is not paid is led to its profile, which operators do not have.
@Controller
final class PayoutsPage {

    private static final String PATH = "/payouts";

    private final ProfileDesk desk;
    private final ShownPayouts payouts;
    private final Sidebars sidebars;
    private final SettingsTabs tabs;

    PayoutsPage(ProfileDesk desk, ShownPayouts payouts, Sidebars sidebars, SettingsTabs tabs) {
        this.desk = desk;
        this.payouts = payouts;
        this.sidebars = sidebars;
        this.tabs = tabs;
    }

    @GetMapping(PATH)
    String page(Caller caller, Model model) {
        desk.account(caller);
        return payouts.isPaid(caller) ? show(caller, model) : "redirect:/profile";
    }

    @PostMapping(PATH)
    String change(
            Caller caller,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String current,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        var proof = new Proof(current, http.getRemoteAddr());
        try {
            desk.changePayout(caller, email, proof, RequestId.of(http));
            return "redirect:" + PATH + "?mailed";
        } catch (ApiProblem refused) {
            desk.account(caller);
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", refused.detail());
            return show(caller, model);
        }
    }

    private String show(Caller caller, Model model) {
        model.addAttribute("sidebar", sidebars.of(caller));
        model.addAttribute("tabs", tabs.ofOwn(caller, SettingsTab.PAYOUTS));
        payouts.of(caller)
                .ifPresent(payout -> {
                    model.addAttribute("email", payout.email());
                    model.addAttribute("since", Shown.time(payout.confirmedAt()));
                });
        return "people/payouts";
    }
}
