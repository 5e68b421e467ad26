package io.tallystick.edge.picture;

import java.awt.Dimension;
import java.awt.Rectangle;

/// What is kept of a picture, and how large it is then.
enum Format {

    /// The middle square, in one size.
    AVATAR {
        @Override
        Rectangle cut(int width, int height) {
            int side = Math.min(width, height);
            return new Rectangle((width - side) / 2, (height - side) / 2, side, side);
        }

        @Override
        Dimension size(int width, int height) {
            return new Dimension(AVATAR_SIDE, AVATAR_SIDE);
        }
    },

    /// All of it, made smaller until it fits where logos are shown, and never larger.
    LOGO {
        @Override
        Rectangle cut(int width, int height) {
            return new Rectangle(width, height);
        }

        @Override
        Dimension size(int width, int height) {
            double wide = (double) LOGO_WIDTH_MAX / width;
            double high = (double) LOGO_HEIGHT_MAX / height;
            double scale = Math.min(1, Math.min(wide, high));
            return new Dimension(scaled(width, scale), scaled(height, scale));
        }
    };

    static final int AVATAR_SIDE = 256;
    static final int LOGO_WIDTH_MAX = 512;
    static final int LOGO_HEIGHT_MAX = 128;

    /// What is looked at of a picture of this size.
    abstract Rectangle cut(int width, int height);

    /// How large what was cut out is shown.
    abstract Dimension size(int width, int height);

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
