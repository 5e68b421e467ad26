package io.tallystick.portal.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The form; Spring Security's filter receives what it sends.
@Controller
final class LoginPage {

    @GetMapping("/login")
    String show(@Nullable Authentication authentication) {
        boolean signedIn =
                authentication != null
                        && authentication.isAuthenticated()
                        && !(authentication instanceof AnonymousAuthenticationToken);
        return signedIn ? "redirect:/" : "access/login";
    }
}
