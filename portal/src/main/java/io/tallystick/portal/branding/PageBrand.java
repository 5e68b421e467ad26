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

    /// For pages without a login, whose files are below an address that lets in by itself.
    ///
    /// @param name what stands above the page
    /// @param address of the page's own, up to the slash
    public static PageBrand below(Brand brand, String name, String address) {
        boolean plain = brand.primaryColor() == null && brand.accentColor() == null;
        return new PageBrand(
                name,
                brand.logo() == null ? null : address + "/logo.png",
                plain ? null : address + "/style.css",
                null);
    }

    /// Without files of its own: a name and what people read first.
    public static PageBrand named(String name, @Nullable String welcome) {
        return new PageBrand(name, null, null, welcome);
    }

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
