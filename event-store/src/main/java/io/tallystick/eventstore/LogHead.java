package io.tallystick.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The highest committed position, as this node knows it. Writers of this node tell it after their
/// commit; a poll finds what other nodes committed. One query per node and interval, however many
/// readers wait.
public final class LogHead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogHead.class);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /// How often readers are told while the log grows all the time. What a reader pays for a batch
    /// is the rows of its tables, not the events that they sum up: one that ran after each commit
    /// would do several times the work to be a little earlier. The first commit after a pause is
    /// told at once, and whoever writes and waits for it in turn is held up by no more than the
    /// short one.
    private static final Duration PACE = Duration.ofMillis(50);

    private static final Duration PACE_WHEN_BUSY = Duration.ofMillis(250);
    private static final int MANY_ROWS = 1_000;

    /// Since the last telling, of all nodes. Who writes and waits in turn commits once.
    private static final int MANY_COMMITS = 4;

    private static final Duration POLL_INTERVAL_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final AtomicLong position = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong rowsSinceTold = new AtomicLong();
    private final AtomicLong toldAtNanos = new AtomicLong(System.nanoTime() - PACE.toNanos());
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Thread poller;
    private volatile boolean open = true;
    private volatile boolean polling;

    public LogHead(DataSource dataSource) {
        this.dataSource = dataSource;
        this.poller = Thread.ofVirtual().name("log-head").unstarted(this::poll);
    }

    public LogHead start() {
        refresh();
        polling = true;
        poller.start();
        return this;
    }

    public long position() {
        return position.get();
    }

    /// As far as readers may go. It is the highest committed position, or a little behind it.
    long toldPosition() {
        return told.get();
    }

    /// Called after a commit, never before.
    public void advanceTo(long committed) {
        advanceTo(committed, 1);
    }

    /// @param rows of usage that the commit brought
    public void advanceTo(long committed, int rows) {
        rowsSinceTold.addAndGet(rows);
        position.accumulateAndGet(committed, Math::max);
        tellWhenDue();
    }

    private void tellWhenDue() {
        long now = System.nanoTime();
        long last = toldAtNanos.get();
        long head = position.get();
        // Who is not told now is told by the poller, where there is one.
        boolean isDue = now - last >= pace().toNanos() || !polling;
        if (head > told.get() && isDue && toldAtNanos.compareAndSet(last, now)) {
            rowsSinceTold.set(0);
            told.accumulateAndGet(head, Math::max);
            listeners.forEach(LogHead::tell);
        }
    }

    private Duration pace() {
        long commitsSinceTold = position.get() - told.get();
        boolean isBusy = rowsSinceTold.get() >= MANY_ROWS || commitsSinceTold >= MANY_COMMITS;
        return isBusy ? PACE_WHEN_BUSY : PACE;
    }

    /// A reader that cannot be woken is no reason for a committed append to look failed.
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A reader of the log could not be woken", e);
        }
    }

    /// The head as the database knows it now; what a command that changed nothing answers as its
    /// position.
    public long refresh() {
        try (var connection = dataSource.getConnection()) {
            long committed = LogSql.head(connection);
            advanceTo(committed, 0);
            return committed;
        } catch (SQLException e) {
            throw new LogUnavailable("the head of the log could not be read", e);
        }
    }

    void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void poll() {
        while (open) {
            Duration pause = POLL_INTERVAL;
            try {
                refresh();
            } catch (RuntimeException e) {
                if (open) {
                    LOG.warn("The head of the log could not be polled", e);
                }
                pause = POLL_INTERVAL_AFTER_FAILURE;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(poller);
    }
}
