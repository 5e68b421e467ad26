package io.tallystick.ingest.usage;

/// How many bytes there are now.
final class StorageMeasured implements Rule {

    static final long BYTES_MAX = 1_000_000_000_000_000_000L;

    private static final Bounds LEVEL = Bounds.wholeNumbers(0, BYTES_MAX);

    @Override
    public Verdict judge(Members data) {
        return data.verdict(data.requireNumber("bytes", LEVEL));
    }
}
