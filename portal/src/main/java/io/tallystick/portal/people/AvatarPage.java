package io.tallystick.portal.people;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.OwnAvatar;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The picture of whoever is signed in; nobody else's has an address.
@Controller
final class AvatarPage {

    private final OwnAvatar avatars;

    AvatarPage(OwnAvatar avatars) {
        this.avatars = avatars;
    }

    /// A browser keeps it and asks each time whether it is still the one: another picture, or
    /// another person at the same browser, is shown at once.
    @GetMapping("/avatar")
    ResponseEntity<byte[]> picture(Caller caller) {
        var avatar = avatars.of(caller).orElseThrow(() -> ApiProblem.notFound("avatar"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(avatar.sha256())
                .body(avatar.bytes());
    }
}
