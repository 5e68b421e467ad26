package io.tallystick.bench.load;

import io.tallystick.bench.server.HttpAnswer;
import io.tallystick.bench.server.Server;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Senders that do not wait when they are told to.
public final class Flood implements AutoCloseable {

    private static final int BATCH_EVENTS = 1_000;

    private final Server server;
    private final List<EventBatch> batches = new ArrayList<>();
    private final ExecutorService threads;
    private final LongAdder offered = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder rude = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final AtomicBoolean told = new AtomicBoolean();

    /// Makes the bodies, which takes its time.
    public Flood(Server server, int senders) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(senders);
        for (int seed = 0; seed < senders; seed++) {
            batches.add(
                    EventBatch.of(
                            BATCH_EVENTS,
                            InstantSource.system().instant(),
                            new SplittableRandom(seed)));
        }
    }

    public void run(int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<?>> running = new ArrayList<>();
        batches.forEach(batch -> running.add(threads.submit(() -> send(batch, end))));
        for (Future<?> sender : running) {
            sender.get();
        }
    }

    private Void send(EventBatch batch, long end) throws IOException {
        @Nullable Sender sender = null;
        while (System.nanoTime() < end) {
            if (sender == null) {
                sender = Sender.of(server.port(), batch);
            }
            offered.add(BATCH_EVENTS);
            try {
                HttpAnswer answer = sender.send();
                count(answer);
                if (answer.closes()) {
                    sender.close();
                    sender = null;
                }
            } catch (IOException e) {
                // Nobody knows what became of it, and the connection is of no use any more.
                broken.increment();
                if (told.compareAndSet(false, true)) {
                    System.out.println("  the first broken connection: " + e);
                }
                sender.close();
                sender = null;
            }
        }
        if (sender != null) {
            sender.close();
        }
        return null;
    }

    private void count(HttpAnswer answer) {
        if (answer.status() == 503 && answer.text().contains("commit_unknown")) {
            unknown.increment();
        } else if (answer.status() == 503) {
            refused.increment();
            rude.add(answer.retry() ? 0 : 1);
        } else {
            answer.orFail();
            acknowledged.add(BATCH_EVENTS);
        }
    }

    public long offered() {
        return offered.sum();
    }

    public long acknowledged() {
        return acknowledged.sum();
    }

    public long refused() {
        return refused.sum();
    }

    /// Refusals that did not say when to come again.
    public long rude() {
        return rude.sum();
    }

    /// Requests that were answered with: stored or not.
    public long unknown() {
        return unknown.sum();
    }

    /// Requests without any answer, stored or not.
    public long broken() {
        return broken.sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
