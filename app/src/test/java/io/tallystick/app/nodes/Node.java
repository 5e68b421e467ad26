package io.tallystick.app.nodes;

import io.tallystick.app.Api;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The packaged server as a child process, on a database that others use too.
final class Node implements AutoCloseable {

    static final String KEY = "operator-key-of-several-nodes-0123456789";

    private static final Duration READY_MAX = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path log;
    private final String database;
    private final int port;
    private @Nullable Process process;

    Node(Path folder, int number, String database) throws IOException {
        this.log = folder.resolve("node-" + number + ".log");
        this.database = database;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    Api api() {
        return new Api(port, KEY);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    void start() throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Daxoniq.update-checker.disabled=true",
                        "-Ddisable-axoniq-console-message=true",
                        "-jar",
                        Path.of("target", "tallystick.jar").toAbsolutePath().toString());
        builder.environment().put("TALLYSTICK_DATABASE_URL", database);
        builder.environment().put("TALLYSTICK_PORT", Integer.toString(port));
        builder.environment().put("TALLYSTICK_ADMIN_KEY", KEY);
        builder.environment().put("TALLYSTICK_ADMIN_PASSWORD", "password-of-several-nodes");
        File output = log.toFile();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        process = builder.start();
    }

    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        while (!isReady()) {
            if (process().waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IllegalStateException("a node did not get ready:\n" + log());
            }
        }
    }

    private boolean isReady() throws InterruptedException {
        var request =
                HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /// Whether it is the one of that name in the database.
    boolean isOwner(String name) {
        return name.startsWith(process().pid() + "@");
    }

    void kill() throws InterruptedException {
        process().destroyForcibly().waitFor();
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder("kill", "-" + name, Long.toString(process().pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + exit);
        }
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    /// A frozen process hears of nothing but the end.
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
