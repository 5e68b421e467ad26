package io.tallystick.portal.settings;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.wall.ShownLogos;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The logo of a customer. It is removed by the form of its section, with an empty field.
@Controller
final class LogoPage {

    private final CustomerPlaces places;
    private final LogoDesk desk;
    private final ManageView view;
    private final ShownLogos logos;

    LogoPage(CustomerPlaces places, LogoDesk desk, ManageView view, ShownLogos logos) {
        this.places = places;
        this.desk = desk;
        this.view = view;
        this.logos = logos;
    }

    @GetMapping("/customers/{customer}/logo/{hash}.png")
    ResponseEntity<byte[]> picture(
            Caller caller,
            @PathVariable String customer,
            @PathVariable String hash,
            @RequestParam(required = false) @Nullable String partner) {
        CustomerPlace place = places.of(caller, partner, customer);
        return logos.answer(new Sight(place.tenantId(), place.customerId()), hash);
    }

    @PostMapping("/customers/{customer}/manage/branding/logo")
    String change(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false, defaultValue = "-1") long version,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        caller.require(Permission.WRITE);
        CustomerPlace place = places.of(caller, partner, customer);
        byte[] upload = picture == null ? null : picture.getBytes();
        return view.change(
                () -> desk.change(place, upload, version, caller, RequestId.of(http)),
                place,
                ManageTab.BRANDING,
                caller,
                model,
                response);
    }
}
