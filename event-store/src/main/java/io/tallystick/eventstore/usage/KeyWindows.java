package io.tallystick.eventstore.usage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes the window of idempotency keys when it is full, opens the next, and keeps a filter of
/// each closed one in memory.
///
/// Whoever stores keys holds a shared lock from before it asks which window is open until its
/// commit; the next window is opened under the exclusive one. So when a window is open nobody
/// stores into an earlier one any more, and whoever looks into those sees all of them.
public final class KeyWindows implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWindows.class);

    /// Small enough that the pages of its index stay in memory and that a checkpoint writes few of
    /// them whole; large enough that a hundred million keys are fifty filters.
    static final int KEYS_MAX = 1 << 21;

    /// 128 million keys. The oldest windows beyond it are looked up in the index, which is exact as
    /// well and slower.
    static final long FILTER_BYTES_MAX = 256L * 1024 * 1024;

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// To make a filter means to read a window, and what failed once may fail for long.
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);
    private static final int CHECKS_PER_WINDOW = 16;

    private final DataSource dataSource;
    private final int keysMax;
    private final int filtersMax;
    private final AtomicLong appendedSinceCheck = new AtomicLong();
    private final WindowKeys stored;
    private final Thread thread;
    private volatile NavigableMap<Integer, KeyFilter> filters = new TreeMap<>();
    private volatile boolean open = true;

    public KeyWindows(DataSource dataSource) {
        this(dataSource, KEYS_MAX, FILTER_BYTES_MAX);
    }

    /// @param dataSource connections without auto-commit
    KeyWindows(DataSource dataSource, int keysMax, long filterBytesMax) {
        this.dataSource = dataSource;
        this.keysMax = keysMax;
        this.stored = new WindowKeys(keysMax + keysMax / CHECKS_PER_WINDOW);
        this.filtersMax = (int) (filterBytesMax / ((long) keysMax * KeyFilter.BYTES_PER_KEY));
        this.thread = Thread.ofVirtual().name("key-windows").unstarted(this::run);
    }

    public KeyWindows start() {
        appendedSinceCheck.set(keysMax);
        thread.start();
        return this;
    }

    /// The filters of closed windows by their number. Windows that are missing have to be looked
    /// into.
    NavigableMap<Integer, KeyFilter> filters() {
        return filters;
    }

    /// What this node has just committed.
    void appended(int window, Collection<Hash128> keys) {
        stored.add(window, keys);
        appendedSinceCheck.addAndGet(keys.size());
    }

    private void run() {
        while (open) {
            Duration pause = PAUSE;
            try {
                maintain();
            } catch (SQLException | RuntimeException e) {
                // Nothing depends on it but speed: windows grow and are looked into.
                LOG.warn("Windows of idempotency keys could not be maintained: {}", e.toString());
                pause = PAUSE_AFTER_FAILURE;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    void maintain() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (appendedSinceCheck.get() >= keysMax / CHECKS_PER_WINDOW) {
                appendedSinceCheck.set(0);
                KeyWindowSql.openNextIfFull(connection, keysMax);
            }
            int newestClosed = KeyWindowSql.openWindow(connection) - 1;
            int oldestKept = Math.max(1, newestClosed + 1 - filtersMax);
            for (int window = newestClosed; window >= oldestKept && open; window--) {
                if (!filters.containsKey(window)) {
                    keep(window, KeyFilterSql.loadOrMake(connection, window, stored), oldestKept);
                }
                connection.commit();
            }
            connection.commit();
        }
    }

    private void keep(int window, KeyFilter filter, int oldestKept) {
        NavigableMap<Integer, KeyFilter> kept = new TreeMap<>(filters.tailMap(oldestKept, true));
        kept.put(window, filter);
        filters = kept;
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MAX.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
