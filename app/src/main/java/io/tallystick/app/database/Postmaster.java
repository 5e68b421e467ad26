package io.tallystick.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server that lives on a cluster, found through its `postmaster.pid`. After `kill -9`
/// of Tallystick its server lives on; two servers on one cluster would destroy it, so PostgreSQL
/// refuses a second one, and the first must be stopped.
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /// Fast shutdown writes every changed page; on a slow disk that takes its time.
    private static final Duration FAST_STOP_MAX = Duration.ofSeconds(60);

    private static final Duration IMMEDIATE_STOP_MAX = Duration.ofSeconds(10);

    private final ProcessHandle process;
    private final Path cluster;

    private Postmaster(ProcessHandle process, Path cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    /// Only for the holder of the data directory: nobody else starts a server on its clusters.
    static Optional<Postmaster> on(Path cluster) {
        try {
            var file = cluster.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            var process = lines.isEmpty() ? Optional.<ProcessHandle>empty() : process(lines.get(0));
            var ours = process.filter(candidate -> serves(candidate, cluster));
            if (ours.isEmpty() && process.filter(Postmaster::isPostgres).isPresent()) {
                throw new StartRefusedException(
                        "A PostgreSQL server with process number %d may still run on %s under another name: stop it first."
                                .formatted(process.get().pid(), cluster));
            }
            if (ours.isEmpty()) {
                // Its number may by now belong to another program, for which PostgreSQL would wait.
                Files.delete(file);
            }
            return ours.map(found -> new Postmaster(found, cluster));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> process(String pid) {
        return pid.strip().matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    /// A program that does not tell its name counts as one.
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(true);
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var arguments = process.info().arguments().orElseGet(() -> new String[0]);
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i - 1].equals("-D") && Path.of(arguments[i]).equals(cluster)) {
                return true;
            }
        }
        return false;
    }

    long pid() {
        return process.pid();
    }

    /// Ends the sessions, keeps every commit. Should it hang, it is cut off; the next start then
    /// recovers from the write-ahead log.
    void stop() {
        LOG.info("Stopping the PostgreSQL server {} that lives on {}", pid(), cluster);
        if (ends("INT", FAST_STOP_MAX) || ends("QUIT", IMMEDIATE_STOP_MAX)) {
            return;
        }
        throw new StartRefusedException(
                "The PostgreSQL server with process number %d still runs on %s and cannot be stopped."
                        .formatted(pid(), cluster));
    }

    private boolean ends(String signal, Duration max) {
        try {
            // Java sends TERM and KILL only; to PostgreSQL the former means to wait for clients.
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            process.onExit().get(max.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
