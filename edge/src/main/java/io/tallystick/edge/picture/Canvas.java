package io.tallystick.edge.picture;

import io.tallystick.edge.picture.PictureReader.Picture;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// Draws a picture in the size in which it is kept.
final class Canvas {

    private Canvas() {}

    static BufferedImage draw(Picture picture, Format format) {
        BufferedImage drawn = picture.points();
        boolean lies = picture.orientation() >= 5 && picture.orientation() <= 8;
        Dimension size = size(drawn, lies, format);
        // In halves: one large step would look at a few points only and leave the others out.
        while (drawn.getWidth() >= 2 * size.width && drawn.getHeight() >= 2 * size.height) {
            drawn = scaled(drawn, drawn.getWidth() / 2, drawn.getHeight() / 2);
        }
        return turned(scaled(drawn, size.width, size.height), picture.orientation(), lies);
    }

    /// As the picture is, before it is turned.
    private static Dimension size(BufferedImage picture, boolean lies, Format format) {
        if (!lies) {
            return format.size(picture.getWidth(), picture.getHeight());
        }
        Dimension turned = format.size(picture.getHeight(), picture.getWidth());
        return new Dimension(turned.height, turned.width);
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        return drawn(from, new Dimension(width, height), width, height, new AffineTransform());
    }

    private static BufferedImage turned(BufferedImage from, int orientation, boolean lies) {
        int width = from.getWidth();
        int height = from.getHeight();
        var size = lies ? new Dimension(height, width) : new Dimension(width, height);
        return drawn(from, size, width, height, turn(orientation, width, height));
    }

    private static BufferedImage drawn(
            BufferedImage from, Dimension size, int width, int height, AffineTransform turn) {
        var drawn = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.transform(turn);
            graphics.drawImage(from, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /// Phones do not turn the picture but write down how they were held.
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
