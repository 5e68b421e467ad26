package io.tallystick.edge.picture;

import io.tallystick.edge.problem.ApiProblem;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the points of a picture. What a file is, its first bytes say, not its name. How large it
/// is, is asked before a point of it is read: a bomb is a small file.
final class PictureReader {

    static final int SIDE_MAX = 4096;

    /// No more points of a side are read than are good for the small picture. The others are left
    /// out while reading, so that a large picture takes little memory.
    private static final int SIDE_READ_MAX = 1024;

    private static final List<String> FORMATS = List.of("png", "jpeg", "gif");

    private PictureReader() {}

    /// A picture, and how it has to be turned.
    ///
    /// @param orientation as Exif counts it, 1 for as it is
    record Picture(BufferedImage points, int orientation) {}

    /// @throws ApiProblem 400 with the code of the fault
    static Picture read(byte[] upload, Format format) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            ImageReader reader = reader(stream);
            if (reader == null) {
                throw refusal("picture_unknown", "A picture is a PNG, JPEG or GIF file.");
            }
            try {
                return read(reader, stream, upload, format);
            } finally {
                reader.dispose();
            }
        } catch (ApiProblem refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // The readers throw nearly everything at files that somebody made up.
            throw refusal("picture_unreadable", "The picture is damaged or not complete.");
        }
    }

    static ApiProblem refusal(String code, String detail) {
        return ApiProblem.invalid("/picture", code, detail);
    }

    private static @Nullable ImageReader reader(ImageInputStream stream) throws IOException {
        for (String format : FORMATS) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (reader.getOriginatingProvider().canDecodeInput(stream)) {
                    return reader;
                }
            }
        }
        return null;
    }

    private static Picture read(
            ImageReader reader, ImageInputStream stream, byte[] upload, Format format)
            throws IOException {
        boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
        int orientation = jpeg ? JpegSegments.check(upload).orientation() : 1;
        reader.setInput(stream, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > SIDE_MAX || height > SIDE_MAX) {
            throw refusal(
                    "picture_too_large", "A picture has " + SIDE_MAX + " points a side at most.");
        }
        return new Picture(reader.read(0, cut(reader, format.cut(width, height))), orientation);
    }

    private static ImageReadParam cut(ImageReader reader, Rectangle region) {
        int step = Math.max(1, Math.max(region.width, region.height) / SIDE_READ_MAX);
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(region);
        wanted.setSourceSubsampling(step, step, 0, 0);
        return wanted;
    }
}
