package io.tallystick.effects.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A system of a customer, which takes webhooks and answers as the test says: each answer once, the
/// last one for ever.
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /// What a receiver does with a request.
    interface Answer {
        void give(HttpExchange exchange, CountDownLatch end)
                throws IOException, InterruptedException;
    }

    /// What it was sent.
    record Taken(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        /// As the library of Standard Webhooks sees it.
        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException forged) {
                return false;
            }
        }
    }

    Receiver(Answer... answers) {
        this("127.0.0.1", answers);
    }

    Receiver(String address, Answer... answers) {
        this.answers.addAll(Arrays.asList(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        taken.add(new Taken(exchange.getRequestURI().toString(), headers, body));
        try {
            next().give(exchange, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private synchronized Answer next() {
        Answer next = answers.size() > 1 ? answers.poll() : answers.peek();
        return next == null ? status(204) : next;
    }

    static Answer status(int status) {
        return text(status, "");
    }

    static Answer text(int status, String text) {
        return (exchange, _) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    static Answer redirect(String location) {
        return (exchange, _) -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(307, -1);
        };
    }

    /// Says nothing until the test is over.
    static Answer hang() {
        return (_, end) -> end.await();
    }

    /// Writes until nobody listens.
    static Answer endless(int status) {
        return (exchange, end) -> {
            exchange.sendResponseHeaders(status, 0);
            byte[] much = "x".repeat(16 * 1024).getBytes(StandardCharsets.UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    body.write(much);
                }
            }
        };
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://" + server.getAddress().getHostString() + ":" + port() + "/in";
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
