package io.tallystick.bench.load;

import io.tallystick.bench.server.HttpAnswer;
import io.tallystick.bench.server.Server;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Clients that send until enough is acknowledged or they are told to stop. Their connections are
/// open and their bodies made before the clock starts.
public final class Load implements AutoCloseable {

    private static final long MICROS_MAX = 120_000_000;

    private final List<Sender> senders;
    private final ExecutorService threads;
    private final Histogram latencies = new ConcurrentHistogram(MICROS_MAX, 3);
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong position = new AtomicLong();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private LongConsumer onAcknowledged = acknowledgedPosition -> {};
    private Pace pace = Pace.unlimited();

    public Load(Server server, LoadShape shape) throws IOException {
        this(senders(server, shape));
    }

    public Load(List<Sender> senders) {
        this.senders = List.copyOf(senders);
        this.threads = Executors.newFixedThreadPool(senders.size());
    }

    private static List<Sender> senders(Server server, LoadShape shape) throws IOException {
        List<Sender> senders = new ArrayList<>();
        for (int client = 0; client < shape.clients(); client++) {
            senders.add(Sender.of(server.port(), shape, InstantSource.system().instant(), client));
        }
        return senders;
    }

    /// Called with the position of each answer, on the thread of the client.
    public Load onAcknowledged(LongConsumer listener) {
        onAcknowledged = listener;
        return this;
    }

    public Load at(Pace slower) {
        pace = slower;
        return this;
    }

    /// Sends so many events and returns when all are acknowledged.
    public void send(long events) throws Exception {
        left.set(events);
        for (Future<?> client : start()) {
            client.get();
        }
    }

    /// Sends until [#stop].
    public List<Future<?>> start() {
        if (left.get() == 0) {
            left.set(Long.MAX_VALUE);
        }
        List<Future<?>> clients = new ArrayList<>();
        senders.forEach(sender -> clients.add(threads.submit(run(sender))));
        return clients;
    }

    private Callable<Void> run(Sender sender) {
        return () -> {
            while (open.get() && left.addAndGet(-sender.events()) > -sender.events()) {
                pace.await(sender.events());
                long start = System.nanoTime();
                HttpAnswer answer = sender.send().orFail();
                latencies.recordValue((System.nanoTime() - start) / 1_000);
                acknowledged.addAndGet(sender.events());
                position.accumulateAndGet(answer.position(), Math::max);
                onAcknowledged.accept(answer.position());
            }
            return null;
        };
    }

    public void stop(List<Future<?>> clients) throws Exception {
        open.set(false);
        for (Future<?> client : clients) {
            client.get();
        }
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    /// The highest position of all answers.
    public long position() {
        return position.get();
    }

    /// Microseconds from the first byte of a request to the last of its answer.
    public Histogram latencies() {
        return latencies;
    }

    @Override
    public void close() throws IOException {
        open.set(false);
        threads.shutdown();
        for (Sender sender : senders) {
            sender.close();
        }
    }
}
