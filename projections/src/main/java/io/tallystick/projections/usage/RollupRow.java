package io.tallystick.projections.usage;

import java.util.Comparator;
import java.util.Map.Entry;

/// A sum as it is written.
///
/// @param dimensions the groups of the key as JSON
record RollupRow(RollupKey key, String dimensions, RollupSum sum) {

    /// Any order will do that is the same for every writer: rows are then locked in it.
    static final Comparator<RollupRow> ORDER =
            Comparator.comparing((RollupRow row) -> row.key.tenantId())
                    .thenComparing(row -> row.key.meter())
                    .thenComparing(row -> row.key.customerId())
                    .thenComparing(row -> row.key.bucket())
                    .thenComparing(RollupRow::dimensions);

    static RollupRow of(Entry<RollupKey, RollupSum> sum, DimensionsJson dimensions) {
        return new RollupRow(sum.getKey(), dimensions.of(sum.getKey()), sum.getValue());
    }
}
