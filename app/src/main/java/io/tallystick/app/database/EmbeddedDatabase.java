package io.tallystick.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL inside the data directory, for whoever has no server of their own. It is as durable
/// as any other: the library below is made for tests and starts without fsync, which is undone
/// here.
///
/// Close it after the last connection pool is closed. It registers no shutdown hook: hooks run at
/// the same time, and the server would be gone before the pools and processors are.
public final class EmbeddedDatabase implements AutoCloseable {

    /// A cluster can only be opened by the major version that made it.
    static final int MAJOR_VERSION = 18;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String USER = "postgres";
    private static final String DATABASE = "tallystick";
    private static final String UNFINISHED = "postgres.new-";

    /// Recovery after a power cut reads up to `max_wal_size` of log before it lets anyone in.
    private static final Duration START_MAX = Duration.ofMinutes(2);

    private static final String FOLDER_PROPERTY = "ot.epg.working-dir";
    private static final int LOG_LINES_TOLD = 5;
    private static final int CHECKPOINT_SECONDS_MAX = 60;

    private static final Map<String, String> SERVER =
            Map.ofEntries(
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("listen_addresses", "127.0.0.1"),
                    // No socket: /tmp is everybody's, and a path in the data directory may be
                    // longer than sockets allow.
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("max_connections", "100"),
                    Map.entry("shared_buffers", "256MB"),
                    Map.entry("effective_cache_size", "1GB"),
                    Map.entry("work_mem", "16MB"),
                    Map.entry("maintenance_work_mem", "128MB"),
                    // Checkpoints are rare, so that whole-page images are rare in an append-only
                    // log.
                    Map.entry("max_wal_size", "4GB"),
                    Map.entry("checkpoint_timeout", "30min"),
                    Map.entry("wal_compression", "pglz"),
                    Map.entry("random_page_cost", "1.1"),
                    Map.entry("jit", "off"),
                    // An ERROR is told to the client that made it; the file is for the server's
                    // own.
                    Map.entry("log_min_messages", "log"),
                    Map.entry("log_timezone", "UTC"),
                    Map.entry("cluster_name", DATABASE));

    private final EmbeddedPostgres server;
    private final Path cluster;
    private final DatabaseAccess access;

    private EmbeddedDatabase(EmbeddedPostgres server, Path cluster, String password) {
        this.server = server;
        this.cluster = cluster;
        this.access =
                new DatabaseAccess(
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE),
                        USER,
                        password);
    }

    public static EmbeddedDatabase start(DataDirectory data) {
        refuseRootWithoutNamespaces();
        var cluster = data.resolve("postgres");
        var isNew = isNew(cluster);
        if (!isNew) {
            refuseOtherVersion(cluster);
            refuseLostPassword(data);
            Postmaster.on(cluster).ifPresent(Postmaster::stop);
        }
        try {
            forgetUnfinished(data);
            Files.deleteIfExists(logFile(data));
            if (isNew) {
                initialise(data, cluster);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmbeddedDatabase(run(data, cluster), cluster, data.password());
    }

    public DatabaseAccess access() {
        return access;
    }

    long pid() {
        return Postmaster.on(cluster).orElseThrow().pid();
    }

    /// Stops the server and waits for it. What was committed is in the files afterwards.
    @Override
    public void close() {
        // The library allows a stop five seconds. The bulk of the writing is done before.
        try {
            execute(server.getPostgresDatabase(), "checkpoint");
        } catch (SQLException e) {
            LOG.warn("PostgreSQL made no checkpoint before its end: {}", e.getMessage());
        }
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop at once", e);
        }
        Postmaster.on(cluster).ifPresent(Postmaster::stop);
    }

    private static boolean isNew(Path cluster) {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return false;
        }
        try (var files = Files.exists(cluster) ? Files.list(cluster) : null) {
            if (files == null || files.findAny().isEmpty()) {
                return true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new StartRefusedException(
                "%s holds files but no PostgreSQL database: move them or choose another %s."
                        .formatted(cluster, DatabaseSettings.DATA));
    }

    private static void refuseRootWithoutNamespaces() {
        if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
            throw new StartRefusedException(
                    "PostgreSQL does not run as root and this machine does not let Tallystick step down (unshare -U): start it as another user or set %s."
                            .formatted(DatabaseSettings.URL));
        }
    }

    private static void refuseOtherVersion(Path cluster) {
        try {
            var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!version.equals(Integer.toString(MAJOR_VERSION))) {
                throw new StartRefusedException(
                        "The database in %s was made by PostgreSQL %s and this Tallystick brings PostgreSQL %d: start the Tallystick that made it, or move the data over with pg_upgrade."
                                .formatted(cluster, version, MAJOR_VERSION));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseLostPassword(DataDirectory data) {
        if (!Files.exists(data.passwordFile())) {
            throw new StartRefusedException(
                    "%s is missing, and without it nobody can connect to the database beside it: restore the file."
                            .formatted(data.passwordFile()));
        }
    }

    /// A cluster gets its name when it is complete. So a name says that it is, and what has no name
    /// yet never held anything.
    private static void initialise(DataDirectory data, Path cluster) throws IOException {
        var unfinished = data.resolve(UNFINISHED + UUID.randomUUID());
        try (var server = run(data, unfinished)) {
            execute(server.getPostgresDatabase(), "create database " + DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Postmaster.on(unfinished).ifPresent(Postmaster::stop);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres run(DataDirectory data, Path cluster) {
        var output = Redirect.appendTo(logFile(data).toFile());
        try {
            var builder =
                    builder(programs(data))
                            .setDataDirectory(cluster)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setConnectConfig("password", data.password())
                            .setPGStartupWait(START_MAX)
                            .setOutputRedirector(output)
                            .setErrorRedirector(output);
            SERVER.forEach(builder::setServerConfig);
            initialisation(data).forEach(builder::setLocaleConfig);
            return builder.start();
        } catch (IOException | RuntimeException e) {
            Postmaster.on(cluster).ifPresent(Postmaster::stop);
            throw new StartRefusedException(
                    "PostgreSQL does not start on %s: %s"
                            .formatted(cluster, lastWords(logFile(data), e)),
                    e);
        }
    }

    /// The library also tidies its folder, by default one in /tmp that all users share. Only a
    /// property moves it, so the property has a value while the library looks.
    private static EmbeddedPostgres.Builder builder(Path programs) {
        var before = System.setProperty(FOLDER_PROPERTY, programs.toString());
        try {
            return EmbeddedPostgres.builder().setOverrideWorkingDirectory(programs.toFile());
        } finally {
            if (before == null) {
                System.clearProperty(FOLDER_PROPERTY);
            } else {
                System.setProperty(FOLDER_PROPERTY, before);
            }
        }
    }

    /// Options of `initdb`, which the library passes on as they are. Its own default lets every
    /// user of the machine in without a password; these come later on the command line and win.
    /// Text is compared by code point, on every machine alike.
    private static Map<String, String> initialisation(DataDirectory data) {
        return Map.of(
                "auth-host", "scram-sha-256",
                "auth-local", "scram-sha-256",
                "pwfile", data.passwordFile().toString(),
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "locale", "C");
    }

    /// The library makes the folder writable for everybody; without the right to enter it, which
    /// only we have, that means nothing. Programs that were not unpacked to the end are unpacked
    /// again, which the library would not do.
    private static Path programs(DataDirectory data) throws IOException {
        var programs = data.resolve("postgres-programs");
        if (!Files.exists(programs)) {
            Files.createDirectory(
                    programs,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        for (var unpacked : list(programs)) {
            if (!Files.exists(unpacked.resolve(".exists"))) {
                delete(unpacked);
            }
        }
        return programs;
    }

    private static void forgetUnfinished(DataDirectory data) throws IOException {
        for (var path : list(data.folder())) {
            if (path.getFileName().toString().startsWith(UNFINISHED)) {
                Postmaster.on(path).ifPresent(Postmaster::stop);
                delete(path);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        Files.deleteIfExists(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static Path logFile(DataDirectory data) {
        return data.resolve("postgres.log");
    }

    private static String lastWords(Path log, Exception otherwise) {
        try {
            var lines = Files.readAllLines(log);
            return String.join(
                    " / ", lines.subList(Math.max(0, lines.size() - LOG_LINES_TOLD), lines.size()));
        } catch (IOException _) {
            return String.valueOf(otherwise.getMessage());
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(CHECKPOINT_SECONDS_MAX);
            statement.execute(sql);
        }
    }
}
