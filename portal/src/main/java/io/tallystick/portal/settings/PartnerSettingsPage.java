package io.tallystick.portal.settings;

import io.tallystick.command.settings.PartnerSectionOwnerRule;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.picture.PictureUpload;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.PartnerSectionType;
import io.tallystick.edge.wall.ShownLogos;
import io.tallystick.portal.usage.PartnerPlace;
import io.tallystick.portal.usage.PartnerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What is set for a partner itself. Each form sends one section with the version that it was
/// shown.
@Controller
final class PartnerSettingsPage {

    private static final String PATH = "/settings";

    private final PartnerPlaces places;
    private final PartnerDesk desk;
    private final ShownLogos logos;

    PartnerSettingsPage(PartnerPlaces places, PartnerDesk desk, ShownLogos logos) {
        this.places = places;
        this.desk = desk;
        this.logos = logos;
    }

    @GetMapping(PATH)
    String page(
            Caller caller, @RequestParam(required = false) @Nullable String partner, Model model) {
        return show(places.of(caller, partner), caller, model);
    }

    @GetMapping(PATH + "/logo/{hash}.png")
    ResponseEntity<byte[]> logo(
            Caller caller,
            @PathVariable String hash,
            @RequestParam(required = false) @Nullable String partner) {
        return logos.answer(new Sight(places.of(caller, partner).tenantId(), null), hash);
    }

    @PostMapping(PATH + "/{section}")
    String change(
            Caller caller,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false, defaultValue = "-1") long version,
            @RequestParam(name = SectionForm.FIELDS, required = false)
                    @Nullable List<String> fields,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        PartnerSectionType type =
                PartnerSectionType.named(section).orElseThrow(() -> ApiProblem.notFound("section"));
        PartnerSectionOwnerRule.require(type, caller);
        caller.require(Permission.WRITE);
        PartnerPlace place = places.of(caller, partner);
        var body = SectionForm.body(type.fields(), fields == null ? List.of() : fields, sent);
        return run(
                () -> desk.change(place, type, body, version, caller, RequestId.of(http)),
                place,
                caller,
                model,
                response);
    }

    @PostMapping(PATH + "/branding/logo")
    String changeLogo(
            Caller caller,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false, defaultValue = "-1") long version,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        caller.require(Permission.WRITE);
        PartnerPlace place = places.of(caller, partner);
        byte[] upload = picture == null ? null : picture.getBytes();
        return run(
                () -> desk.changeLogo(place, upload, version, caller, RequestId.of(http)),
                place,
                caller,
                model,
                response);
    }

    private String run(
            Runnable change,
            PartnerPlace place,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        try {
            change.run();
            return "redirect:" + place.at(PATH);
        } catch (ApiProblem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", refused);
            return show(place, caller, model);
        }
    }

    private String show(PartnerPlace place, Caller caller, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("section", "settings");
        model.addAttribute(
                "set", ShownSettings.of(desk.of(place), name -> place.at(PATH + "/" + name)));
        model.addAttribute("pictureBytesMax", PictureUpload.BYTES_MAX);
        model.addAttribute("mayChange", caller.may(Permission.WRITE));
        return "settings/partner";
    }
}
