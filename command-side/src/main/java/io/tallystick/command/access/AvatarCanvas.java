package io.tallystick.command.access;

import io.tallystick.command.access.PictureReader.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// Draws a square picture in the size in which it is kept.
final class AvatarCanvas {

    static final int SIDE = 256;

    private AvatarCanvas() {}

    static BufferedImage draw(Picture picture) {
        BufferedImage square = picture.square();
        // In halves: one large step would look at a few points only and leave the others out.
        for (int side = square.getWidth() / 2; side >= SIDE; side /= 2) {
            square = scaled(square, side, new AffineTransform());
        }
        return scaled(square, SIDE, turned(picture.orientation()));
    }

    private static BufferedImage scaled(BufferedImage from, int side, AffineTransform turn) {
        var drawn = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.transform(turn);
            graphics.drawImage(from, 0, 0, side, side, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /// Phones do not turn the picture but write down how they were held.
    private static AffineTransform turned(int orientation) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, SIDE, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, SIDE, SIDE);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, SIDE);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, SIDE, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, SIDE, SIDE);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, SIDE);
            default -> new AffineTransform();
        };
    }
}
