package io.tallystick.portal.branding;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownLogos;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What pages of a brand ask for. Each address says all that its answer depends on, so a browser
/// keeps it for good, and another brand has another address.
@Controller
final class BrandFiles {

    static final String NONE = "none";

    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final ShownLogos logos;

    BrandFiles(ShownLogos logos) {
        this.logos = logos;
    }

    @GetMapping("/branding/{primary}/{accent}.css")
    ResponseEntity<String> style(
            Caller caller, @PathVariable String primary, @PathVariable String accent) {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(FOR_GOOD)
                .body(StyleSheet.of(colour(primary), colour(accent)));
    }

    @GetMapping("/branding/logo/{hash}.png")
    ResponseEntity<byte[]> logo(Caller caller, @PathVariable String hash) {
        return logos.answer(caller.sight(), hash);
    }

    private static Optional<Colour> colour(String hex) {
        if (hex.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(Colour.parse(hex).orElseThrow(() -> ApiProblem.notFound("style")));
    }
}
