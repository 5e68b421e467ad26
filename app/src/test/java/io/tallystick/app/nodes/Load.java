package io.tallystick.app.nodes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Senders that go round the nodes until they are told to stop.
final class Load implements AutoCloseable {

    static final int CUSTOMERS = 8;

    private static final int SENDERS = 4;
    private static final int BATCH_EVENTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Courier courier = new Courier();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong seconds = new AtomicLong();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> senders = new ArrayList<>();

    static String customer(int number) {
        return "several-" + number;
    }

    void start() {
        for (int sender = 0; sender < SENDERS; sender++) {
            int number = sender;
            senders.add(threads.submit(() -> send(number)));
        }
    }

    void to(Node node) {
        courier.to(node);
    }

    void notTo(Node node) {
        courier.notTo(node);
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /// Of all acknowledged calls; each is a multiple of the billing increment.
    long seconds() {
        return seconds.get();
    }

    /// Batches that were sent more than once.
    int repeated() {
        return courier.repeated();
    }

    /// Returns when everything that was sent is acknowledged.
    void stop() throws InterruptedException, ExecutionException {
        running.set(false);
        for (Future<?> sender : senders) {
            sender.get();
        }
    }

    private Void send(int sender) throws InterruptedException {
        for (int number = 0; running.get(); number++) {
            courier.bring(body(sender + "-" + number));
            for (int event = 0; event < BATCH_EVENTS; event++) {
                acknowledged.add(sender + "-" + number + "-" + event);
                seconds.addAndGet(seconds(event));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return null;
    }

    private static int seconds(int event) {
        return 30 * (1 + event % 5);
    }

    private static byte[] body(String batch) {
        Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var body = new StringBuilder("[");
        for (int event = 0; event < BATCH_EVENTS; event++) {
            body.append(event == 0 ? "" : ",")
                    .append(
                            """
                            {"specversion":"1.0","type":"voice.call.completed","source":"/nodes",
                             "id":"%1$s-%2$d","subject":"%3$s","time":"%4$s",
                             "data":{"callId":"%1$s-%2$d","durationSeconds":%5$d}}
                            """
                                    .formatted(
                                            batch,
                                            event,
                                            customer(event % CUSTOMERS),
                                            time,
                                            seconds(event)));
        }
        return body.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        running.set(false);
        threads.shutdownNow();
    }
}
