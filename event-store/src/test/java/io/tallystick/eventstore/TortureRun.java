package io.tallystick.eventstore;

import io.tallystick.eventstore.TortureWriters.Writer;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.eventstore.usage.UsageTorture;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Writers, readers and somebody who kills connections, all at once for a while. The decisions of
/// each are replayed by the seed; how they interleave is up to the machine.
final class TortureRun implements AutoCloseable {

    private static final String KILL =
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
            order by random() limit 1
            """;
    private static final Duration KILL_INTERVAL = Duration.ofMillis(400);

    final TestLog log = new TestLog();
    final LogRows rows = new LogRows(log.database());
    final LogHead head = new LogHead(log.dataSource());
    final PostgresEventStorageEngine engine = log.engine(head);
    final AtomicInteger commits = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger kills = new AtomicInteger();
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final List<TortureReader> readers = new ArrayList<>();

    private final SplittableRandom seeds;
    private final long until;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> writing = new ArrayList<>();
    private final List<Future<TortureReader>> reading = new ArrayList<>();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final AtomicLong end = new AtomicLong();

    TortureRun(long seed, Duration duration) throws SQLException {
        seeds = new SplittableRandom(seed);
        until = System.nanoTime() + duration.toNanos();
        rows.execute("create table event_log.scratch (id int)");
        head.start();
    }

    Trouble trouble() {
        return new Trouble(seeds.split());
    }

    void follow(int readers) {
        for (int i = 0; i < readers; i++) {
            read(
                    new TortureReaders.Following(
                            new LogMessageSource(engine, head), usage(), trouble(), goesOn, end));
        }
    }

    void poll(int readers) {
        for (int i = 0; i < readers; i++) {
            read(new TortureReaders.Polling(log, engine, usage(), trouble(), goesOn, end));
        }
    }

    private void read(TortureReader reader) {
        readers.add(reader);
        reading.add(threads.submit(reader));
    }

    void write(Writer writer) {
        writing.add(
                threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        try {
                            acknowledged.addAll(writer.write());
                            commits.incrementAndGet();
                        } catch (SQLException | RuntimeException expected) {
                            failures.incrementAndGet();
                        }
                    }
                }));
    }

    void write(UsageTorture usage) {
        writing.add(
                threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        usage.sendOne();
                    }
                    return null;
                }));
    }

    void killConnections() {
        writing.add(
                threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        LockSupport.parkNanos(KILL_INTERVAL.toNanos());
                        rows.execute(KILL);
                        kills.incrementAndGet();
                    }
                    return null;
                }));
    }

    /// Waits for the writers, then for the readers to see the end.
    void finish() throws Exception {
        for (Future<?> writer : writing) {
            writer.get();
        }
        Eventually.until("the head is known", () -> head.position() == rows.head());
        end.set(rows.head());
        goesOn.set(false);
        for (Future<TortureReader> reader : reading) {
            reader.get();
        }
    }

    UsageReader usage() {
        return new UsageReader(log.dataSource());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        head.close();
        log.close();
    }
}
