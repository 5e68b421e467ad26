package io.tallystick.portal.settings;

import io.tallystick.command.settings.SectionOwnerRule;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a customer has, tab by tab. Each form sends one section with the version that it was shown.
@Controller
final class ManagePage {

    private static final String PATH = "/customers/{customer}/manage";

    private final CustomerPlaces places;
    private final SettingsDesk desk;
    private final ManageView view;

    ManagePage(CustomerPlaces places, SettingsDesk desk, ManageView view) {
        this.places = places;
        this.desk = desk;
        this.view = view;
    }

    @GetMapping(PATH)
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String tab,
            Model model) {
        return view.show(places.of(caller, partner, customer), ManageTab.of(tab), caller, model);
    }

    @PostMapping(PATH + "/{section}")
    String change(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false, defaultValue = "-1") long version,
            @RequestParam(name = SectionForm.FIELDS, required = false)
                    @Nullable List<String> fields,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.WRITE);
        SectionType type =
                SectionType.named(section).orElseThrow(() -> ApiProblem.notFound("section"));
        SectionOwnerRule.require(type, caller);
        CustomerPlace place = places.of(caller, partner, customer);
        var body = SectionForm.body(type.fields(), fields == null ? List.of() : fields, sent);
        return view.change(
                () -> desk.change(place, type, body, version, caller, RequestId.of(http)),
                place,
                ManageTab.of(tab),
                caller,
                model,
                response);
    }
}
