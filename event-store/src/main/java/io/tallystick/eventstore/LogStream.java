package io.tallystick.eventstore;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One reader's way through the log, in order, with nothing left out. Positions are gap-free, so a
/// jump means that something is badly wrong; the reader stops with an alarm rather than count
/// without it. It stops the same way at a type that it does not know.
///
/// For one reader, which may be on two threads: Axon's coordinator lets its next run begin and then
/// asks whether there is more. Without a lock both would fetch behind the same token.
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(LogStream.class);
    private static final int FETCH_SIZE = 500;

    private final PostgresEventStorageEngine engine;
    private final LogHead head;
    private final Deque<TrackedEventMessage<?>> fetched = new ArrayDeque<>(FETCH_SIZE);
    private final Semaphore advanced = new Semaphore(0);
    private final Runnable wake = this::wake;
    private @Nullable TrackingToken token;
    private volatile Runnable callback = () -> {};

    LogStream(PostgresEventStorageEngine engine, LogHead head, @Nullable TrackingToken token) {
        this.engine = engine;
        this.head = head;
        this.token = token;
        head.onAdvance(wake);
    }

    /// One permit at most: a reader that never waits would let them pile up to the limit.
    private void wake() {
        advanced.drainPermits();
        advanced.release();
        callback.run();
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(fetched.getFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!fill()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !advanced.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return fill();
            }
            advanced.drainPermits();
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> next = take();
        while (next == null) {
            // A closed stream is interrupted by its reader; until then there is nothing to do but
            // wait.
            hasNextAvailable(1, TimeUnit.SECONDS);
            next = take();
        }
        return next;
    }

    private synchronized @Nullable TrackedEventMessage<?> take() {
        return fill() ? fetched.removeFirst() : null;
    }

    private synchronized boolean fill() {
        if (!fetched.isEmpty()) {
            return true;
        }
        if (token != null && head.toldPosition() <= PostgresEventStorageEngine.positionOf(token)) {
            return false;
        }
        fetch();
        return !fetched.isEmpty();
    }

    /// An unknown type fails its whole batch, so the entries before it are read one by one.
    private void fetch() {
        try {
            fetch(FETCH_SIZE);
        } catch (UnknownEventType unknown) {
            fetchOneOrStop();
        }
    }

    private void fetchOneOrStop() {
        try {
            fetch(1);
        } catch (UnknownEventType unknown) {
            LOG.error(
                    "A reader of the log stopped after position {}: {}",
                    token,
                    unknown.getMessage());
            throw unknown;
        }
    }

    private void fetch(int limit) {
        for (TrackedEventMessage<?> message : engine.messagesAfter(token, limit)) {
            if (isJump(message.trackingToken())) {
                stopUnlessFetched(message.trackingToken());
                return;
            }
            fetched.addLast(message);
            token = message.trackingToken();
        }
    }

    private boolean isJump(TrackingToken next) {
        return token != null
                && PostgresEventStorageEngine.positionOf(next)
                        != PostgresEventStorageEngine.positionOf(token) + 1;
    }

    /// What came before the hole is delivered first; the next fetch begins at the hole.
    private void stopUnlessFetched(TrackingToken next) {
        if (fetched.isEmpty()) {
            var broken =
                    new BrokenOrder(
                            PostgresEventStorageEngine.positionOf(requireNonNull(token)),
                            PostgresEventStorageEngine.positionOf(next));
            LOG.error("A reader of the log stopped: {}", broken.getMessage());
            throw broken;
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        callback.run();
        return true;
    }

    @Override
    public void close() {
        head.forget(wake);
    }
}
