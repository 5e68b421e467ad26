package io.tallystick.app.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.app.TallystickApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// The whole server as a person starts it: a process of its own with its own PostgreSQL.
final class StartedServer implements AutoCloseable {

    static final String PASSWORD = "a password for the test";

    private static final String KEY = "tsk_live_for_the_portal_test_0123456789";
    private static final String POSITION = "Tallystick-Position";
    private static final String READY = "Tallystick is ready at ";
    private static final int STOPPING_SECONDS_MAX = 60;

    private final Path data;
    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private StartedServer(Path data, Process process, URI address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    /// @param log where everything that the server says is kept
    static StartedServer start(Path data, Path log) throws IOException {
        var builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Daxoniq.update-checker.disabled=true",
                        "-Ddisable-axoniq-console-message=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TallystickApplication.class.getName());
        builder.environment()
                .putAll(
                        Map.of(
                                "TALLYSTICK_PORT",
                                "0",
                                "TALLYSTICK_DATA",
                                data.toString(),
                                "TALLYSTICK_ADMIN_KEY",
                                KEY,
                                "TALLYSTICK_ADMIN_PASSWORD",
                                PASSWORD));
        Process process = builder.redirectErrorStream(true).start();
        return new StartedServer(data, process, address(process, log));
    }

    URI page(String path) {
        return address.resolve(path);
    }

    /// Sends a body to the API and expects it to be taken.
    ///
    /// @return the position of the log
    long post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build();
        return answer(request).headers().firstValueAsLong(POSITION).orElse(0);
    }

    /// Returns once a read includes the position.
    void waitFor(String path, long position) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Tallystick-Wait-For", Long.toString(position))
                        .build();
        answer(request);
    }

    /// Past the product, to hold up what would be over too soon.
    Connection database() throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/tallystick",
                "postgres",
                Files.readString(data.resolve("postgres.password")).strip());
    }

    private HttpResponse<String> answer(HttpRequest request)
            throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300 || answer.statusCode() == 207) {
            throw new IllegalStateException(
                    request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPING_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static URI address(Process process, Path log) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(READY)) {
                keepReading(lines, log);
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new IllegalStateException("The server ended too early:\n" + said);
    }

    /// A process whose output nobody reads stands still when the pipe is full.
    private static void keepReading(BufferedReader lines, Path log) {
        Thread.ofVirtual()
                .start(() -> {
                    try (lines;
                            var kept = Files.newBufferedWriter(log)) {
                        lines.transferTo(kept);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
