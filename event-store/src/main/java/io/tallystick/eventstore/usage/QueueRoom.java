package io.tallystick.eventstore.usage;

import java.util.List;
import java.util.concurrent.Semaphore;

/// What may wait for its commit on a node, in rows and in bytes: many small rows are work, a few
/// large ones are memory.
final class QueueRoom {

    static final int ROWS_MAX = 40_000;
    static final int BYTES_MAX = 64 * 1024 * 1024;

    private final Semaphore rows = new Semaphore(ROWS_MAX);
    private final Semaphore bytes = new Semaphore(BYTES_MAX);

    boolean tryTake(List<KeyedRow> submitted) {
        if (!rows.tryAcquire(submitted.size())) {
            return false;
        }
        if (!bytes.tryAcquire(bytesOf(submitted))) {
            rows.release(submitted.size());
            return false;
        }
        return true;
    }

    void giveBack(List<KeyedRow> settled) {
        bytes.release(bytesOf(settled));
        rows.release(settled.size());
    }

    private static int bytesOf(List<KeyedRow> submitted) {
        return submitted.stream().mapToInt(KeyedRow::size).sum();
    }
}
