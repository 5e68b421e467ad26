package io.tallystick.portal.people;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.wall.OwnAvatar;
import io.tallystick.portal.ContentSecurityPolicy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page of the portal whether there is a picture to show beside the name.
@ControllerAdvice(basePackageClasses = ContentSecurityPolicy.class)
final class OwnPicture {

    private final OwnAvatar avatar;

    OwnPicture(OwnAvatar avatar) {
        this.avatar = avatar;
    }

    /// Strangers and operators have none.
    @ModelAttribute("picture")
    boolean picture(@AuthenticationPrincipal Object principal) {
        return principal instanceof Caller caller && avatar.isThere(caller);
    }
}
