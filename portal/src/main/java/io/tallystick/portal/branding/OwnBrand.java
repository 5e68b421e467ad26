package io.tallystick.portal.branding;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.wall.ShownBrand;
import io.tallystick.portal.ContentSecurityPolicy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page of the portal how it looks.
@ControllerAdvice(basePackageClasses = ContentSecurityPolicy.class)
final class OwnBrand {

    private final ShownBrand brand;

    OwnBrand(ShownBrand brand) {
        this.brand = brand;
    }

    /// Nobody knows whose a stranger is.
    @ModelAttribute("brand")
    PageBrand brand(@AuthenticationPrincipal Object principal) {
        return principal instanceof Caller caller
                ? PageBrand.of(brand.of(caller), caller.customerScope() != null)
                : PageBrand.of(Brand.OURS, false);
    }
}
