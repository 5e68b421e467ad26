package io.tallystick.app.nodes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Senders that go round the nodes. What one node does not acknowledge is sent to the next, byte
/// for byte the same, until one does.
final class Load implements AutoCloseable {

    static final int CUSTOMERS = 8;

    private static final int SENDERS = 4;
    private static final int BATCH_EVENTS = 40;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<URI> nodes = new CopyOnWriteArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong seconds = new AtomicLong();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
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
        nodes.add(node.address());
    }

    void notTo(Node node) {
        nodes.remove(node.address());
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
        return repeated.get();
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
            byte[] body = body(sender + "-" + number);
            if (!isAcknowledged(body)) {
                repeated.incrementAndGet();
                while (!isAcknowledged(body)) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
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

    private boolean isAcknowledged(byte[] body) throws InterruptedException {
        URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
        var request =
                HttpRequest.newBuilder(node.resolve("/api/v1/events"))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + Node.KEY)
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .header("Prefer", "return=minimal")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204 && answer.statusCode() < 500) {
                throw new IllegalStateException(
                        "a good batch was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.statusCode() == 204;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        running.set(false);
        threads.shutdownNow();
    }
}
