package io.tallystick.portal.embed;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.wall.ShownLogos;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.portal.branding.BrandStyle;
import io.tallystick.portal.branding.PageBrand;
import io.tallystick.portal.usage.EmbeddedMonths;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts together what a session shows: of its customer, and of that what its scopes say.
@Component
final class EmbedDesk {

    private final EmbeddedMonths months;
    private final ShownSettings settings;
    private final ShownLogos logos;

    EmbedDesk(EmbeddedMonths months, ShownSettings settings, ShownLogos logos) {
        this.months = months;
        this.settings = settings;
        this.logos = logos;
    }

    /// @param address of the session, up to the slash
    /// @throws ApiProblem 403 for what the scopes do not say
    String show(EmbedGuest guest, EmbedPart part, String address, Model model) {
        if (!part.isIn(guest.url().scopes())) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "scope_missing",
                    "This is not for whoever has this link.");
        }
        Brand brand = brand(guest);
        String name =
                brand.displayName() == null
                        ? months.name(guest.sight(), guest.customerId())
                        : brand.displayName();
        model.addAttribute("brand", PageBrand.below(brand, name, address));
        model.addAttribute("parts", EmbedPart.of(guest.url().scopes()));
        model.addAttribute("part", part);
        model.addAttribute("address", address);
        model.addAttribute("widget", guest.url().kind().equals("widget"));
        model.addAttribute(
                "dashboard",
                months.current(guest.sight(), guest.customerId(), part == EmbedPart.DAYS));
        return "embed/session";
    }

    ResponseEntity<String> style(EmbedGuest guest) {
        return BrandStyle.answer(brand(guest));
    }

    ResponseEntity<byte[]> logo(EmbedGuest guest) {
        String logo = brand(guest).logo();
        if (logo == null) {
            throw ApiProblem.notFound("logo");
        }
        return logos.answer(guest.sight(), logo);
    }

    private Brand brand(EmbedGuest guest) {
        return settings.of(guest.sight(), guest.customerId())
                .map(Brand::of)
                .orElseThrow(() -> ApiProblem.notFound("customer"));
    }
}
