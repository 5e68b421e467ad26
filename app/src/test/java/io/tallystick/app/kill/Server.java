package io.tallystick.app.kill;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The packaged server as a child process on its embedded database.
final class Server implements AutoCloseable {

    static final String KEY = "operator-key-of-the-kill-test-0123456789";

    private static final Duration READY_MAX = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    Server(Path folder) throws IOException {
        this.folder = folder;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Returns when the server is ready, with the time that it took.
    Duration start() throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        List.of(
                                java(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Daxoniq.update-checker.disabled=true",
                                "-Ddisable-axoniq-console-message=true",
                                "-jar",
                                Path.of("target", "tallystick.jar").toAbsolutePath().toString()));
        builder.environment().put("TALLYSTICK_DATA", folder.resolve("data").toString());
        builder.environment().put("TALLYSTICK_PORT", Integer.toString(port));
        builder.environment().put("TALLYSTICK_ADMIN_KEY", KEY);
        builder.environment().put("TALLYSTICK_ADMIN_PASSWORD", "password-of-the-kill-test");
        File output = folder.resolve("server.log").toFile();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        long start = System.nanoTime();
        Process started = builder.start();
        process = started;
        while (!isReady()) {
            if (started.waitFor(100, TimeUnit.MILLISECONDS)
                    || System.nanoTime() - start > READY_MAX.toNanos()) {
                throw new IllegalStateException(
                        "the server did not get ready:\n" + Files.readString(output.toPath()));
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
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

    /// Past the product: the judge reads the tables themselves.
    Connection database() throws IOException, SQLException {
        String databasePort =
                Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).get(3);
        String password = Files.readString(folder.resolve("data/postgres.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/tallystick",
                "postgres",
                password);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
