package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.usage.UsageReader.Cursor;
import io.tallystick.eventstore.usage.UsageReader.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The newest of the rows that are offered, as many as a page holds.
final class NewestRows {

    private static final Comparator<StoredUsage> ORDER = Comparator.comparing(Cursor::of);

    private final Filter filter;
    private final int limit;
    private final PriorityQueue<StoredUsage> newest = new PriorityQueue<>(ORDER);

    NewestRows(Filter filter, int limit) {
        this.filter = filter;
        this.limit = limit;
    }

    void offer(StoredUsage row) {
        if (!filter.matches(row)) {
            return;
        }
        newest.add(row);
        if (newest.size() > limit) {
            newest.remove();
        }
    }

    /// Whether a row of this time would get onto the page.
    boolean mayStillWant(Instant at) {
        StoredUsage oldest = newest.peek();
        return oldest == null || newest.size() < limit || !at.isBefore(oldest.occurredAt());
    }

    List<StoredUsage> rows() {
        List<StoredUsage> rows = new ArrayList<>(newest);
        rows.sort(ORDER.reversed());
        return rows;
    }
}
