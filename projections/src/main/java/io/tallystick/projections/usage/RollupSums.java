package io.tallystick.projections.usage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sums that rows of one place feed, one per meter. A meter that has counted none has no sum.
final class RollupSums {

    private final @Nullable RollupSum[] byMeter;

    RollupSums(int meters) {
        byMeter = new @Nullable RollupSum[meters];
    }

    RollupSum at(int meter, Supplier<RollupSum> absent) {
        RollupSum sum = byMeter[meter];
        if (sum == null) {
            sum = absent.get();
            byMeter[meter] = sum;
        }
        return sum;
    }
}
