package io.tallystick.ingest.usage;

/// How many bytes came or went.
final class StorageChanged implements Rule {

    private static final Bounds CHANGE =
            Bounds.wholeNumbers(-StorageMeasured.BYTES_MAX, StorageMeasured.BYTES_MAX);

    @Override
    public Verdict judge(Members data) {
        return data.verdict(data.requireNumber("bytes", CHANGE));
    }
}
