package io.tallystick.eventstore.usage;

import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// What events usually look like. A slice of one row has nothing of its own to resemble, and half
/// of it is names of members. What was packed with a dictionary needs it for ever: another one is
/// another encoding.
final class SliceDictionary {

    private static final int LEVEL = 1;
    private static final byte[] BYTES = read("usage-1.dictionary");
    private static final ZstdDictCompress COMPRESSING = new ZstdDictCompress(BYTES, LEVEL);
    private static final ZstdDictDecompress DECOMPRESSING = new ZstdDictDecompress(BYTES);

    private SliceDictionary() {}

    static ZstdDictCompress compressing() {
        return COMPRESSING;
    }

    static ZstdDictDecompress decompressing() {
        return DECOMPRESSING;
    }

    private static byte[] read(String resource) {
        try (var in = SliceDictionary.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
