package io.tallystick.eventstore.usage;

import java.util.ArrayList;
import java.util.List;

/// A row with its hashes, which request threads work out, so that the one appender of a node need
/// not.
///
/// @param content the first eight bytes of the content's hash. It is only compared with the one
///   that is stored under the same key, so it need not be unique among all.
record KeyedRow(Hash128 key, long content, UsageRow row) {

    private static final int FIXED_BYTES = 64;

    static List<KeyedRow> of(List<UsageRow> rows) {
        var hasher = new Hasher();
        List<KeyedRow> keyed = new ArrayList<>(rows.size());
        for (UsageRow row : rows) {
            keyed.add(new KeyedRow(row.idempotencyKey(hasher), row.contentHash().high(), row));
        }
        return keyed;
    }

    /// About what it takes in memory and, before it is compressed, in the log.
    int size() {
        byte[] data = row.data();
        return FIXED_BYTES
                + row.id().length()
                + row.source().length()
                + (data == null ? 0 : data.length);
    }
}
