package io.tallystick.portal.branding;

import java.util.Optional;

/// The colours of a brand as the properties that the pages are drawn with. A colour is taken as it
/// is where it can be read, else it is made darker or lighter until it can.
final class StyleSheet {

    /// The lightest ground of each theme on which something is written, and how much of a colour it
    /// is tinted with.
    private static final Colour LIGHT = Colour.WHITE;

    private static final Colour DARK = new Colour(0x1f, 0x2b, 0x3b);
    private static final double TINT = 0.15;

    /// What text needs, and a little for the ground that is not quite white.
    private static final double TEXT = 4.8;

    private static final double BARS = 3.2;

    private StyleSheet() {}

    static String of(Optional<Colour> primary, Optional<Colour> accent) {
        Optional<Colour> bars = accent.or(() -> primary);
        return theme(":root,\n[data-bs-theme=\"light\"]", LIGHT, primary, bars)
                + theme("[data-bs-theme=\"dark\"]", DARK, primary, bars);
    }

    private static String theme(
            String selector, Colour ground, Optional<Colour> primary, Optional<Colour> bars) {
        return selector
                + " {\n"
                + primary.map(colour -> texts(colour, ground)).orElse("")
                + bars.map(colour -> bars(colour, ground)).orElse("")
                + "}\n";
    }

    private static String texts(Colour primary, Colour ground) {
        Colour text = primary.readableOn(ground, TINT, TEXT);
        Colour hover = text.mixed(ground.opposite(), 0.25);
        Colour on = primary.opposite();
        return """
          --tblr-primary: %s;
          --tblr-primary-rgb: %s;
          --tblr-primary-darken: %s;
          --tblr-primary-fg: %s;
          --tblr-link-color: %s;
          --tblr-link-color-rgb: %s;
          --tblr-link-hover-color: %s;
          --portal-brand: %s;
          --portal-hover: rgba(%s, .07);
          --portal-tint: rgba(%s, .1);
        """
                .formatted(
                        primary.hex(),
                        primary.numbers(),
                        primary.mixed(on.opposite(), 0.2).hex(),
                        on.hex(),
                        text.hex(),
                        text.numbers(),
                        hover.hex(),
                        text.hex(),
                        text.numbers(),
                        text.numbers());
    }

    private static String bars(Colour accent, Colour ground) {
        Colour bar = accent.readableOn(ground, 0, BARS);
        return """
          --portal-bar: %s;
          --portal-bar-strong: %s;
        """
                .formatted(bar.hex(), bar.mixed(ground.opposite(), 0.3).hex());
    }
}
