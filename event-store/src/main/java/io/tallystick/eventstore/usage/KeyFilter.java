package io.tallystick.eventstore.usage;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Says of a key that it is certainly not in a closed window, or that it may be. A Bloom filter in
/// blocks of one cache line: a question costs one access to memory, whatever the window holds.
/// About one key in a thousand that is not there is said to be perhaps there.
///
/// It lives outside the heap, where a hundred megabytes of bits are nothing to collect.
final class KeyFilter {

    static final int BYTES_PER_KEY = 2;

    private static final int BLOCK_BITS = 512;
    private static final int BLOCK_BYTES = BLOCK_BITS / Byte.SIZE;
    private static final int PROBES = 7;

    /// Enough to name a bit of a block; seven of them fit into the lower half of a key.
    private static final int PROBE_BITS = 9;

    private final MemorySegment words;
    private final long blocks;

    private KeyFilter(MemorySegment words) {
        this.words = words;
        this.blocks = words.byteSize() / BLOCK_BYTES;
    }

    static KeyFilter empty(long keys) {
        long blocks = Math.max(1, Math.ceilDiv(keys * BYTES_PER_KEY, BLOCK_BYTES));
        return new KeyFilter(allocate(blocks * BLOCK_BYTES));
    }

    static KeyFilter ofBytes(byte[] bits) {
        MemorySegment words = allocate(bits.length);
        MemorySegment.copy(bits, 0, words, ValueLayout.JAVA_BYTE, 0, bits.length);
        return new KeyFilter(words);
    }

    private static MemorySegment allocate(long bytes) {
        return Arena.ofAuto().allocate(bytes, BLOCK_BYTES);
    }

    byte[] bits() {
        return words.toArray(ValueLayout.JAVA_BYTE);
    }

    long bytes() {
        return words.byteSize();
    }

    void add(Hash128 key) {
        long block = block(key);
        long probes = key.low();
        for (int i = 0; i < PROBES; i++) {
            long at = block + wordOf(probes);
            words.set(
                    ValueLayout.JAVA_LONG,
                    at,
                    words.get(ValueLayout.JAVA_LONG, at) | bitOf(probes));
            probes >>>= PROBE_BITS;
        }
    }

    boolean mayContain(Hash128 key) {
        long block = block(key);
        long probes = key.low();
        for (int i = 0; i < PROBES; i++) {
            if ((words.get(ValueLayout.JAVA_LONG, block + wordOf(probes)) & bitOf(probes)) == 0) {
                return false;
            }
            probes >>>= PROBE_BITS;
        }
        return true;
    }

    /// Keys are hashes, so their upper halves spread evenly over the blocks as they are.
    private long block(Hash128 key) {
        return Math.unsignedMultiplyHigh(key.high(), blocks) * BLOCK_BYTES;
    }

    private static long wordOf(long probe) {
        return (probe & (BLOCK_BITS - 1)) / Long.SIZE * Long.BYTES;
    }

    private static long bitOf(long probe) {
        return 1L << (probe & (Long.SIZE - 1));
    }
}
