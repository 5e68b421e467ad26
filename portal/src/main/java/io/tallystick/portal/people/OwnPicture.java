package io.tallystick.portal.people;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Avatars;
import io.tallystick.portal.ContentSecurityPolicy;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page of the portal whether there is a picture to show beside the name.
@ControllerAdvice(basePackageClasses = ContentSecurityPolicy.class)
final class OwnPicture {

    private final Avatars avatars;

    OwnPicture(Avatars avatars) {
        this.avatars = avatars;
    }

    /// Strangers and operators have none.
    @ModelAttribute("picture")
    boolean picture(@AuthenticationPrincipal Object principal) {
        return principal instanceof Caller caller
                && caller.isMember()
                && avatars.has(caller.tenantId(), UUID.fromString(caller.actorId()));
    }
}
