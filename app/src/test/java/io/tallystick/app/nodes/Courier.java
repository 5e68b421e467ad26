package io.tallystick.app.nodes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Brings batches of events to nodes. What one node does not acknowledge goes to the next, byte for
/// byte the same, until one does.
final class Courier {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<URI> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();

    void to(Node node) {
        nodes.add(node.address());
    }

    void notTo(Node node) {
        nodes.remove(node.address());
    }

    /// Batches that were sent more than once.
    int repeated() {
        return repeated.get();
    }

    /// Returns when it is acknowledged.
    void bring(byte[] body) throws InterruptedException {
        if (!isAcknowledged(body)) {
            repeated.incrementAndGet();
            while (!isAcknowledged(body)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
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
}
