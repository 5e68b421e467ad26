package io.tallystick.eventstore.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Divides the rows of a chunk into slices: by customer, because readers ask for one, and by day of
/// UTC, because they ask for a time. A slice is bounded, so that one row of it is quickly found.
final class Slices {

    static final int ROWS_MAX = 1_000;
    static final int BYTES_MAX = 512 * 1024;

    private static final long SECONDS_OF_DAY = 86_400;

    private Slices() {}

    private record Key(UUID tenantId, UUID customerId, long day) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::shard)
                        .thenComparing(Key::tenantId)
                        .thenComparing(Key::customerId)
                        .thenComparingLong(Key::day);

        static Key of(UsageRow row) {
            return new Key(
                    row.tenantId(),
                    row.customerId(),
                    Math.floorDiv(row.occurredAt().getEpochSecond(), SECONDS_OF_DAY));
        }

        int shard() {
            return Shard.of(customerId);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// In the order of shards.
    static List<PackedSlice> of(Collection<KeyedRow> rows, SlicePacker packer) {
        List<PackedSlice> slices = new ArrayList<>();
        byKey(rows)
                .forEach((key, ofKey) -> {
                    int from = 0;
                    while (from < ofKey.size()) {
                        int to = end(ofKey, from);
                        slices.add(pack(key, ofKey.subList(from, to), packer));
                        from = to;
                    }
                });
        return slices;
    }

    private static Map<Key, List<NumberedRow>> byKey(Collection<KeyedRow> rows) {
        Map<Key, List<NumberedRow>> byKey = new HashMap<>();
        int ordinal = 0;
        for (KeyedRow row : rows) {
            byKey.computeIfAbsent(Key.of(row.row()), absent -> new ArrayList<>())
                    .add(new NumberedRow(ordinal++, row));
        }
        return new TreeMap<>(byKey);
    }

    private static int end(List<NumberedRow> rows, int from) {
        int last = Math.min(rows.size(), from + ROWS_MAX);
        long bytes = rows.get(from).keyed().size();
        int to = from + 1;
        while (to < last && bytes + rows.get(to).keyed().size() <= BYTES_MAX) {
            bytes += rows.get(to).keyed().size();
            to++;
        }
        return to;
    }

    private static PackedSlice pack(Key key, List<NumberedRow> rows, SlicePacker packer) {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (NumberedRow row : rows) {
            Instant at = row.row().occurredAt();
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
        }
        return new PackedSlice(
                key.shard(),
                key.tenantId(),
                key.customerId(),
                first,
                last,
                rows.size(),
                packer.pack(rows));
    }
}
