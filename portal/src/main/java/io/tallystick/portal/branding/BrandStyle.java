package io.tallystick.portal.branding;

import io.tallystick.edge.settings.Brand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The colours of a brand, for pages without a login.
public final class BrandStyle {

    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");

    private BrandStyle() {}

    public static ResponseEntity<String> answer(Brand brand) {
        return ResponseEntity.ok()
                .contentType(CSS)
                .body(StyleSheet.of(colour(brand.primaryColor()), colour(brand.accentColor())));
    }

    private static Optional<Colour> colour(@Nullable String colour) {
        return colour == null ? Optional.empty() : Colour.parse(colour.substring(1));
    }
}
