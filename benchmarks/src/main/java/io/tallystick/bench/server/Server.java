package io.tallystick.bench.server;

import io.tallystick.bench.measure.ProcessorMeter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The server as `./tallystick serve` starts it, with its embedded PostgreSQL: the product as it is
/// delivered, with its own binaries and settings. The raw claims use the same PostgreSQL.
public final class Server implements AutoCloseable {

    public static final String KEY = "operator-key-of-the-benchmarks-0123456789";

    private static final Duration READY_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);

    private final Path folder;
    private final boolean isTemporary;
    private final Process process;
    private final int port;
    private final Thread lastResort;

    private Server(Path folder, boolean isTemporary, Process process, int port) {
        this.folder = folder;
        this.isTemporary = isTemporary;
        this.process = process;
        this.port = port;
        this.lastResort = new Thread(this::stop, "stop-server");
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /// @param isTemporary whether the folder goes when the server goes
    public static Server start(Path launcher, Path folder, boolean isTemporary)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        Path output = folder.resolve("server.log");
        var builder = new ProcessBuilder(launcher.toString(), "serve");
        builder.environment()
                .putAll(
                        Map.of(
                                "TALLYSTICK_DATA",
                                folder.resolve("data").toString(),
                                "TALLYSTICK_PORT",
                                Integer.toString(port),
                                "TALLYSTICK_ADMIN_KEY",
                                KEY,
                                "TALLYSTICK_ADMIN_PASSWORD",
                                "password-of-the-benchmarks",
                                // read by java itself, so that the launcher's options stay its own
                                "JDK_JAVA_OPTIONS",
                                "-Xlog:gc:file=" + folder.resolve("gc.log") + "::filecount=0"));
        List.of("URL", "USER", "PASSWORD")
                .forEach(name -> builder.environment().remove("TALLYSTICK_DATABASE_" + name));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        var server = new Server(folder, isTemporary, builder.start(), port);
        server.awaitReady(output);
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path output) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!isReady()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)
                    || System.nanoTime() - start > READY_MAX.toNanos()) {
                close();
                throw new IllegalStateException(
                        "the server did not get ready:\n" + Files.readString(output));
            }
        }
    }

    private boolean isReady() {
        try (var connection = new HttpConnection(port)) {
            return connection.get("/actuator/health/readiness").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /// One line per collection, with what was used after it.
    public Path collections() {
        return folder.resolve("gc.log");
    }

    /// The databases of this server's PostgreSQL.
    public Postgres postgres() throws IOException {
        Path data = folder.resolve("data");
        List<String> postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return new Postgres(
                Long.parseLong(postmaster.get(0).strip()),
                Integer.parseInt(postmaster.get(3).strip()),
                Files.readString(data.resolve("postgres.password")).strip());
    }

    /// Processor of this server.
    public ProcessorMeter meter() throws IOException {
        return new ProcessorMeter(pid(), postgres().postmasterPid());
    }

    /// Processor where the engine runs inside the benchmark. Server and load are one process then,
    /// and what it uses counts as the server's.
    public ProcessorMeter meterOfThisProcess() throws IOException {
        return new ProcessorMeter(ProcessHandle.current().pid(), postgres().postmasterPid());
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        stop();
    }

    /// Also when the benchmark is interrupted: a server that nobody watches would stay for ever.
    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (isTemporary) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            System.err.println(folder + " could not be deleted: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
