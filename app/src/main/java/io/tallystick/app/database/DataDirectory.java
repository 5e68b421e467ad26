package io.tallystick.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The folder that one running Tallystick owns. It may hold files of others; of its own it has
/// `lock`, the password of the embedded database and what PostgreSQL keeps.
///
/// The lock is the operating system's: it ends with the process however that ends, so a crash never
/// leaves a folder that nobody may use.
public final class DataDirectory implements AutoCloseable {

    private static final int PASSWORD_BYTES = 32;
    private static final int LOCK_TEXT_BYTES_MAX = 1024;

    /// POSIX drops a process's lock as soon as it closes *any* handle of the file: this process
    /// must not even look at a lock file that it holds.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final String identity;

    private DataDirectory(Path folder, FileChannel channel, FileLock lock, Instant startedAt) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.identity =
                "process %d, started %s".formatted(ProcessHandle.current().pid(), startedAt);
    }

    /// Takes the folder for the life of this process or says who has it.
    public static DataDirectory open(Path path, Instant startedAt) {
        var folder = folder(path);
        if (!HELD.add(folder)) {
            throw new StartRefusedException("This process already uses %s.".formatted(folder));
        }
        try {
            var directory = locked(folder, startedAt);
            directory.write(directory.identity);
            return directory;
        } catch (IOException | RuntimeException e) {
            HELD.remove(folder);
            if (e instanceof StartRefusedException refused) {
                throw refused;
            }
            throw new StartRefusedException(
                    "The data directory %s cannot be used: %s".formatted(folder, e), e);
        }
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path).toRealPath();
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data directory %s cannot be made: %s".formatted(path, e), e);
        }
    }

    private static DataDirectory locked(Path folder, Instant startedAt) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock != null) {
            return new DataDirectory(folder, channel, lock, startedAt);
        }
        try (channel) {
            throw new StartRefusedException(
                    "Tallystick already runs on %s: %s.".formatted(folder, read(channel)));
        }
    }

    /// Tells a second start where the first one answers.
    public void announce(URI address) {
        try {
            write("%s, at %s".formatted(identity, address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    Path passwordFile() {
        return folder.resolve("postgres.password");
    }

    /// Made once. The file appears complete or not at all, and nobody else could ever read it.
    String password() {
        var file = passwordFile();
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        try {
            if (!Files.exists(file)) {
                var draft = resolve("postgres.password.new");
                Files.deleteIfExists(draft);
                Files.createFile(draft, PosixFilePermissions.asFileAttribute(ownerOnly));
                Files.writeString(draft, newPassword() + "\n");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.setPosixFilePermissions(file, ownerOnly);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The database password in %s cannot be used: %s".formatted(file, e), e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }

    private void write(String text) throws IOException {
        var bytes = ByteBuffer.wrap((text + "\n").getBytes(UTF_8));
        channel.truncate(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LOCK_TEXT_BYTES_MAX);
        channel.read(bytes, 0);
        var text = UTF_8.decode(bytes.flip()).toString().strip();
        return text.isEmpty() ? "it is just starting or stopping" : text;
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
