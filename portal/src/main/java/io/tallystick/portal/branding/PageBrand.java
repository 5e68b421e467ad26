package io.tallystick.portal.branding;

import io.tallystick.edge.settings.Brand;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A brand as the templates take it.
///
/// @param name what stands above the menu
/// @param logo the address of the picture, null for ours
/// @param style the address of the style sheet, null for our colours
/// @param welcome what people of a customer read first, null for nothing
public record PageBrand(
        String name, @Nullable String logo, @Nullable String style, @Nullable String welcome) {

    static PageBrand of(Brand brand, boolean greets) {
        return new PageBrand(
                brand.name(),
                brand.logo() == null ? null : "/branding/logo/" + brand.logo() + ".png",
                style(brand.primaryColor(), brand.accentColor()),
                greets ? brand.welcomeMessage() : null);
    }

    private static @Nullable String style(@Nullable String primary, @Nullable String accent) {
        return primary == null && accent == null
                ? null
                : "/branding/" + digits(primary) + "/" + digits(accent) + ".css";
    }

    /// Without the sign, which would end an address.
    private static String digits(@Nullable String colour) {
        return colour == null ? BrandFiles.NONE : colour.substring(1).toLowerCase(Locale.ROOT);
    }
}
