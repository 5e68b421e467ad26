package io.tallystick.eventstore.usage;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.BitSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Unpacks what a [SlicePacker] packed. For one thread and as many slices as it reads: to set zstd
/// up takes longer than to unpack twenty rows.
final class SliceUnpacker implements AutoCloseable {

    /// More than the largest request may hold, so a damaged length asks for no more.
    private static final int BYTES_MAX = 256 * 1024 * 1024;

    private final ZstdDecompressCtx zstd;

    SliceUnpacker() {
        zstd = new ZstdDecompressCtx().setMagicless(true);
        zstd.loadDict(SliceDictionary.decompressing());
    }

    void forEach(
            short encoding,
            byte[] packed,
            long position,
            UUID tenantId,
            UUID customerId,
            Predicate<String> wanted,
            Consumer<StoredUsage> consumer) {
        if (encoding != SlicePacker.ENCODING) {
            throw new IllegalStateException("usage rows in the unknown encoding " + encoding);
        }
        var in = new VarintReader(unpacked(packed));
        int rows = in.count();
        String[] types = texts(in);
        BitSet wantedTypes = matches(types, wanted);
        if (wantedTypes.isEmpty()) {
            return;
        }
        String[] sources = texts(in);
        var ordinals = new int[rows];
        var typeOf = new int[rows];
        var sourceOf = new int[rows];
        var at = new Instant[rows];
        var measures = new @Nullable BigDecimal[rows];
        int ordinal = 0;
        long micros = 0;
        for (int i = 0; i < rows; i++) {
            ordinal += in.count();
            ordinals[i] = ordinal;
            typeOf[i] = in.count();
            sourceOf[i] = in.count();
            micros += in.signed();
            at[i] = Micros.instant(micros);
            measures[i] = in.decimalOrNull();
        }
        var ids = new String[rows];
        for (int i = 0; i < rows; i++) {
            ids[i] = in.text();
        }
        for (int i = 0; i < rows; i++) {
            byte[] data = in.bytesOrNull();
            if (wantedTypes.get(typeOf[i])) {
                consumer.accept(
                        new StoredUsage(
                                new EventRef(position, ordinals[i]),
                                tenantId,
                                customerId,
                                types[typeOf[i]],
                                ids[i],
                                sources[sourceOf[i]],
                                at[i],
                                measures[i],
                                data));
            }
        }
    }

    private static BitSet matches(String[] types, Predicate<String> wanted) {
        var matches = new BitSet(types.length);
        for (int i = 0; i < types.length; i++) {
            matches.set(i, wanted.test(types[i]));
        }
        return matches;
    }

    private static String[] texts(VarintReader in) {
        var texts = new String[in.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        return texts;
    }

    private byte[] unpacked(byte[] packed) {
        long size = Zstd.getFrameContentSize(packed, 0, packed.length, true);
        if (size < 0 || size > BYTES_MAX) {
            throw new IllegalStateException("usage rows that cannot be unpacked");
        }
        return zstd.decompress(packed, (int) size);
    }

    @Override
    public void close() {
        zstd.close();
    }
}
