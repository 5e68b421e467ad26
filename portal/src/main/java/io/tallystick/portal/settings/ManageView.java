package io.tallystick.portal.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.picture.PictureUpload;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerPlace;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// A tab of the page on which a customer is managed, for all forms that lead back to it.
@Component
final class ManageView {

    private static final String VIEW = "settings/manage";

    private final SettingsDesk desk;

    ManageView(SettingsDesk desk) {
        this.desk = desk;
    }

    /// @param change what the form is for
    String change(
            Runnable change,
            CustomerPlace place,
            ManageTab tab,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        try {
            change.run();
            return "redirect:" + place.at("/manage", "tab", tab.key());
        } catch (ApiProblem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", refused);
            return show(place, tab, caller, model);
        }
    }

    String show(CustomerPlace place, ManageTab tab, Caller caller, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", ManageTab.values());
        var set =
                ShownSettings.of(
                        desk.of(place), name -> place.at("/manage/" + name, "tab", tab.key()));
        model.addAttribute("set", set);
        if (tab == ManageTab.FEATURES && set.is("knowledgeBase", "enabled")) {
            model.addAttribute(
                    "storage", desk.storage(place, set.number("knowledgeBase", "allocatedMb")));
        }
        if (tab == ManageTab.FEATURES && set.is("team", "enabled")) {
            model.addAttribute("members", desk.members(place));
        }
        model.addAttribute("pictureBytesMax", PictureUpload.BYTES_MAX);
        model.addAttribute("mayChange", caller.may(Permission.WRITE));
        model.addAttribute("isPartner", caller.customerScope() == null);
        return VIEW;
    }
}
