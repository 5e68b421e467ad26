package io.tallystick.app.kill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// A sender in a process of its own, with a log of its own. It sends each batch until it is
/// acknowledged, byte for byte the same, and writes down what was acknowledged. It ends when the
/// stop file is there and nothing is open.
///
/// Arguments: base address, API key, customer, log file, stop file.
final class KillClient {

    static final int SENDERS = 4;
    static final int BATCH_EVENTS = 40;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI events;
    private final String key;
    private final String customer;
    private final BufferedWriter log;
    private final Path stop;

    private KillClient(URI base, String key, String customer, BufferedWriter log, Path stop) {
        this.events = base.resolve("/api/v1/events");
        this.key = key;
        this.customer = customer;
        this.log = log;
        this.stop = stop;
    }

    /// What one batch holds; made from its number alone, so that the judge can make it too.
    record Batch(int sender, int number) {

        String id(int event) {
            return sender + "-" + number + "-" + event;
        }

        int seconds(int event) {
            return new SplittableRandom(sender * 1_000_003L + number * 101L + event).nextInt(300);
        }

        /// The time is that of the first attempt and stays so in every other.
        byte[] body(String customer, Instant time) {
            var body = new StringBuilder("[");
            for (int event = 0; event < BATCH_EVENTS; event++) {
                body.append(event == 0 ? "" : ",")
                        .append(
                                "{\"specversion\":\"1.0\",\"type\":\"voice.call.completed\",\"source\":\"/kill\",\"id\":\"")
                        .append(id(event))
                        .append("\",\"subject\":\"")
                        .append(customer)
                        .append("\",\"time\":\"")
                        .append(time)
                        .append("\",\"data\":{\"callId\":\"")
                        .append(id(event))
                        .append("\",\"durationSeconds\":")
                        .append(seconds(event))
                        .append("}}");
            }
            return body.append(']').toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (var log = Files.newBufferedWriter(Path.of(arguments[3]));
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var client =
                    new KillClient(
                            URI.create(arguments[0]),
                            arguments[1],
                            arguments[2],
                            log,
                            Path.of(arguments[4]));
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                running.add(senders.submit(() -> client.send(number)));
            }
            for (Future<?> sender : running) {
                sender.get();
            }
        }
    }

    private Void send(int sender) throws IOException, InterruptedException {
        for (int number = 0; !Files.exists(stop); number++) {
            var batch = new Batch(sender, number);
            byte[] body = batch.body(customer, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            while (!isAcknowledged(body)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            write(sender + " " + number);
        }
        return null;
    }

    private boolean isAcknowledged(byte[] body) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(events)
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .header("Prefer", "return=minimal")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 204) {
                return true;
            }
            if (answer.statusCode() < 500) {
                throw new IllegalStateException(
                        "a good batch was answered " + answer.statusCode() + ": " + answer.body());
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private void write(String line) throws IOException {
        synchronized (log) {
            log.write(line + "\n");
            log.flush();
        }
    }
}
