package io.tallystick.edge.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Files as people and their enemies send them.
final class Pictures {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BEFORE_CHUNKS = 8;

    private Pictures() {}

    /// Red above, green on the right, blue below, yellow on the left, and black in the middle.
    static BufferedImage compass(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        int side = Math.min(width, height);
        graphics.translate((width - side) / 2, (height - side) / 2);
        fill(graphics, Color.BLACK, 0, 0, side, side);
        fill(graphics, Color.RED, side / 4, 0, side / 2, side / 4);
        fill(graphics, Color.GREEN, side * 3 / 4, side / 4, side / 4, side / 2);
        fill(graphics, Color.BLUE, side / 4, side * 3 / 4, side / 2, side / 4);
        fill(graphics, Color.YELLOW, 0, side / 4, side / 4, side / 2);
        graphics.dispose();
        return picture;
    }

    private static void fill(Graphics2D graphics, Color color, int x, int y, int wide, int high) {
        graphics.setColor(color);
        graphics.fillRect(x, y, wide, high);
    }

    static byte[] file(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] animated(Color... frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (Color color : frames) {
                writer.writeToSequence(new IIOImage(plain(color), null, null), null);
            }
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }

    static byte[] progressive(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam wanted = writer.getDefaultWriteParam();
        wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), wanted);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage plain(Color color) {
        var picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        fill(graphics, color, 0, 0, 20, 20);
        graphics.dispose();
        return picture;
    }

    /// A few bytes that say they are a picture of this size.
    static byte[] bomb(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        bytes.write(chunk("IHDR", header.put((byte) 1).array()));
        bytes.write(chunk("IDAT", zeros(1 << 20)));
        bytes.write(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    /// The same picture with one chunk more, behind the first.
    static byte[] with(byte[] png, byte[] chunk) {
        int place = BEFORE_CHUNKS + 12 + 13;
        return join(Arrays.copyOf(png, place), chunk, Arrays.copyOfRange(png, place, png.length));
    }

    /// The same picture, which says how the camera was held.
    static byte[] held(byte[] jpeg, int orientation) {
        ByteBuffer exif =
                ByteBuffer.allocate(36)
                        .putShort((short) 0xFFE1)
                        .putShort((short) 34)
                        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation);
        return join(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) throws IOException {
        byte[] named = join(text(type), data);
        var crc = new CRC32();
        crc.update(named);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(data.length);
        out.write(named);
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }

    static byte[] zeros(int count) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            byte[] some = new byte[1 << 16];
            for (int left = count; left > 0; left -= some.length) {
                deflated.write(some, 0, Math.min(left, some.length));
            }
        }
        return bytes.toByteArray();
    }

    static List<String> chunks(byte[] png) {
        List<String> types = new ArrayList<>();
        var bytes = ByteBuffer.wrap(png);
        for (int at = BEFORE_CHUNKS; at < png.length; at += 12 + bytes.getInt(at)) {
            types.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
        }
        return types;
    }

    static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
