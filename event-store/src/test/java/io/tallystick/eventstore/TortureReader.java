package io.tallystick.eventstore;

import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/// Reads the log while it is written and keeps the positions it was given. It judges nothing before
/// the end: what it missed is seen by comparing its list with the table.
abstract class TortureReader implements Callable<TortureReader> {

    private final UsageReader usage;
    private final AtomicBoolean goesOn;
    private final AtomicLong end;
    private final List<Long> positions = new ArrayList<>();
    private final List<String> brokenChunks = new ArrayList<>();
    private @Nullable RuntimeException stop;

    /// @param goesOn false once nothing is written any more and `end` is the last position
    TortureReader(UsageReader usage, AtomicBoolean goesOn, AtomicLong end) {
        this.usage = usage;
        this.goesOn = goesOn;
        this.end = end;
    }

    abstract void readSome() throws Exception;

    @Override
    public TortureReader call() throws Exception {
        long deadline = Long.MAX_VALUE;
        while (stop == null && (goesOn.get() || last() < end.get())) {
            try {
                readSome();
            } catch (LogUnavailable | IllegalStateException killed) {
                // The connection was killed. The reader knows where it was and asks again.
            } catch (BrokenOrder | UnknownEventType e) {
                stop = e;
            }
            if (!goesOn.get() && deadline == Long.MAX_VALUE) {
                deadline = System.nanoTime() + 20_000_000_000L;
            }
            if (System.nanoTime() > deadline) {
                stop = new IllegalStateException("the reader hangs at " + last());
            }
        }
        return this;
    }

    void accept(TrackedEventMessage<?> message) {
        if (message.getPayload() instanceof UsageChunk chunk) {
            check(chunk);
        }
        positions.add(PostgresEventStorageEngine.positionOf(message.trackingToken()));
    }

    /// Whoever sees a chunk sees all of its rows, at once.
    private void check(UsageChunk chunk) {
        try {
            usage.forEachRow(chunk, row -> {});
        } catch (IllegalStateException e) {
            brokenChunks.add(String.valueOf(e.getMessage()));
        }
    }

    long last() {
        return positions.isEmpty() ? 0 : positions.getLast();
    }

    TrackingToken token() {
        return new GlobalSequenceTrackingToken(last());
    }

    List<Long> positions() {
        return positions;
    }

    List<String> brokenChunks() {
        return brokenChunks;
    }

    @Nullable RuntimeException stop() {
        return stop;
    }

    /// Positions that are in the log and that this reader, which is behind them, never saw.
    Set<Long> missed(List<Long> stored) {
        Set<Long> missed = new HashSet<>(stored);
        missed.removeIf(position -> position > last());
        positions.forEach(missed::remove);
        return missed;
    }
}
