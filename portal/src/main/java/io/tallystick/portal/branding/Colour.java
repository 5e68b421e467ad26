package io.tallystick.portal.branding;

import java.util.Optional;
import java.util.regex.Pattern;

/// A colour, and how well it can be read on another, by the Web Content Accessibility Guidelines.
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{6}");
    private static final int STEPS = 40;

    /// @param hex six digits without anything around them
    static Optional<Colour> parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(hex, 16);
        return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF));
    }

    String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    String numbers() {
        return red + ", " + green + ", " + blue;
    }

    /// @param share of the other one, 0 to 1
    Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share),
                mixed(green, other.green, share),
                mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /// 1 for none, 21 for black on white.
    double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /// Black or white, whichever can be read better on it.
    Colour opposite() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /// As near to this as can be read on a ground, where it is tinted with this colour too.
    Colour readableOn(Colour ground, double tint, double contrast) {
        Colour end = ground.opposite();
        for (int step = 0; step < STEPS; step++) {
            Colour tried = mixed(end, (double) step / STEPS);
            if (tried.contrast(ground.mixed(tried, tint)) >= contrast) {
                return tried;
            }
        }
        return end;
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
