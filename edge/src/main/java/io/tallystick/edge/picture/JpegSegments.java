package io.tallystick.edge.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What a JPEG says of itself before it is decoded. The decoder of the JDK paints what is missing
/// grey, and works over the whole picture once for each scan, of which a small file has many.
///
/// @param scans how often the decoder goes over the picture
/// @param orientation as Exif counts it, from 1 to 8
record JpegSegments(int scans, int orientation) {

    /// Cameras and editors write up to a dozen.
    static final int SCANS_MAX = 50;

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int APPLICATION_1 = 0xE1;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /// @throws IOException for a picture without an end, or with too many scans
    static JpegSegments check(byte[] file) throws IOException {
        var bytes = ByteBuffer.wrap(file);
        int scans = 0;
        int orientation = 1;
        for (int at = 2; at + 1 < file.length; ) {
            int marker = bytes.get(at) == (byte) 0xFF ? bytes.get(at + 1) & 0xFF : 0;
            if (marker == END) {
                return new JpegSegments(scans, orientation);
            }
            if (!hasLength(marker)) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN && ++scans > SCANS_MAX) {
                throw new IOException("more than " + SCANS_MAX + " scans");
            }
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == APPLICATION_1 && orientation == 1) {
                orientation = orientation(bytes.slice(at + 4, length - 2));
            }
            at += 2 + length;
        }
        throw new EOFException("a JPEG without an end");
    }

    /// Not those that stand between the bits of a scan.
    private static boolean hasLength(int marker) {
        return marker >= 0xC0 && marker != 0xFF && (marker < 0xD0 || marker > 0xD8);
    }

    /// Of Exif's first directory. What cannot be read is not turned.
    private static int orientation(ByteBuffer segment) {
        if (segment.remaining() < EXIF.length
                || !segment.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
            return 1;
        }
        try {
            ByteBuffer exif = segment.slice(EXIF.length, segment.remaining() - EXIF.length);
            exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = exif.getInt(4);
            int entries = exif.getShort(directory) & 0xFFFF;
            for (int at = directory + 2; entries > 0; entries--, at += 12) {
                if ((exif.getShort(at) & 0xFFFF) == ORIENTATION) {
                    int found = exif.getShort(at + 8) & 0xFFFF;
                    return found >= 1 && found <= 8 ? found : 1;
                }
            }
        } catch (IndexOutOfBoundsException damaged) {
            return 1;
        }
        return 1;
    }
}
