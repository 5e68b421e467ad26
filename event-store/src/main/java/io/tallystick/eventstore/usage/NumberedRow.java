package io.tallystick.eventstore.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A row at its place in the chunk: the order of arrival.
record NumberedRow(int ordinal, KeyedRow keyed) {

    private static final Comparator<NumberedRow> BY_KEY =
            Comparator.comparing(row -> row.keyed().key());

    UsageRow row() {
        return keyed.row();
    }

    /// Keys are stored sorted, so that two nodes with common keys wait for each other instead of
    /// deadlocking. Their ordinals stay the order of arrival.
    static List<NumberedRow> byKey(Collection<KeyedRow> inOrderOfArrival) {
        List<NumberedRow> rows = new ArrayList<>(inOrderOfArrival.size());
        inOrderOfArrival.forEach(row -> rows.add(new NumberedRow(rows.size(), row)));
        rows.sort(BY_KEY);
        return rows;
    }
}
