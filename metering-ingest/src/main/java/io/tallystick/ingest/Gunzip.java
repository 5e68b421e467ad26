package io.tallystick.ingest;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates a gzip body and stops at a limit, so that a bomb goes off in one buffer.
/// [java.util.zip.GZIPInputStream] calls itself for every member of a file: 5 MB of empty members
/// end it in a StackOverflowError.
final class Gunzip {

    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int WINDOW_BYTES = 1 << 16;
    private static final int HAS_HEADER_CHECK = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final byte[] zipped;
    private final int bytesMax;
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private final byte[] window = new byte[WINDOW_BYTES];
    private int at;

    private Gunzip(byte[] zipped, int bytesMax) {
        this.zipped = zipped;
        this.bytesMax = bytesMax;
    }

    /// @throws BrokenGzip when the bytes are no gzip, cut off or damaged
    /// @throws BodyTooLarge when they inflate to more than the limit
    static byte[] inflate(byte[] zipped, int bytesMax) {
        var gunzip = new Gunzip(zipped, bytesMax);
        var inflater = new Inflater(true);
        try {
            do {
                gunzip.member(inflater);
            } while (gunzip.at < zipped.length);
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            throw new BrokenGzip(e);
        } finally {
            inflater.end();
        }
        return gunzip.plain.toByteArray();
    }

    private void member(Inflater inflater) throws DataFormatException {
        skipHeader();
        inflater.reset();
        inflater.setInput(zipped, at, zipped.length - at);
        checkTrailer(inflate(inflater), inflater);
    }

    private CRC32 inflate(Inflater inflater) throws DataFormatException {
        var check = new CRC32();
        while (!inflater.finished()) {
            int inflated = inflater.inflate(window);
            if (inflated == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new DataFormatException("cut off");
            }
            if (plain.size() + inflated > bytesMax) {
                throw new BodyTooLarge();
            }
            plain.write(window, 0, inflated);
            check.update(window, 0, inflated);
        }
        return check;
    }

    private void skipHeader() throws DataFormatException {
        expect(byteAt(at) == 0x1F && byteAt(at + 1) == 0x8B && byteAt(at + 2) == 8);
        int flags = byteAt(at + 3);
        at += HEADER_BYTES;
        if ((flags & HAS_EXTRA) != 0) {
            at += 2 + byteAt(at) + (byteAt(at + 1) << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_HEADER_CHECK) != 0) {
            at += 2;
        }
        expect(at <= zipped.length);
    }

    private void skipText() {
        while (byteAt(at++) != 0) {}
    }

    private void checkTrailer(CRC32 check, Inflater inflater) throws DataFormatException {
        at += Math.toIntExact(inflater.getBytesRead());
        expect(intAt(at) == (int) check.getValue());
        expect(intAt(at + Integer.BYTES) == (int) inflater.getBytesWritten());
        at += TRAILER_BYTES;
    }

    private int intAt(int index) {
        return byteAt(index)
                | byteAt(index + 1) << 8
                | byteAt(index + 2) << 16
                | byteAt(index + 3) << 24;
    }

    private int byteAt(int index) {
        return Byte.toUnsignedInt(zipped[index]);
    }

    private static void expect(boolean holds) throws DataFormatException {
        if (!holds) {
            throw new DataFormatException("not gzip");
        }
    }
}
