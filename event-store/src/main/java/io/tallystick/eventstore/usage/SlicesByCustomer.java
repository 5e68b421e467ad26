package io.tallystick.eventstore.usage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Hands slices on customer by customer. They come chunk by chunk, each with a little of every
/// customer; what is summed for one customer is near at hand in the processor's cache only as long
/// as no other comes in between.
final class SlicesByCustomer {

    /// Packed as they are, some megabytes.
    private static final int ROWS_MAX = 20_000;

    private static final Comparator<UsageSlice> ORDER =
            Comparator.comparing(UsageSlice::tenantId).thenComparing(UsageSlice::customerId);

    private final Consumer<UsageSlice> receiver;
    private final List<UsageSlice> waiting = new ArrayList<>();
    private int rows;

    SlicesByCustomer(Consumer<UsageSlice> receiver) {
        this.receiver = receiver;
    }

    void add(UsageSlice slice) {
        waiting.add(slice);
        rows += slice.rowCount();
        if (rows >= ROWS_MAX) {
            handOn();
        }
    }

    /// All that wait, those of one customer in the order in which they came.
    void handOn() {
        waiting.sort(ORDER);
        waiting.forEach(receiver);
        waiting.clear();
        rows = 0;
    }
}
