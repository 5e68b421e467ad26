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
    private static final Duration POLL_INTERVAL_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final AtomicLong position = new AtomicLong();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Thread poller;
    private volatile boolean open = true;

    public LogHead(DataSource dataSource) {
        this.dataSource = dataSource;
        this.poller = Thread.ofVirtual().name("log-head").unstarted(this::poll);
    }

    public LogHead start() {
        refresh();
        poller.start();
        return this;
    }

    public long position() {
        return position.get();
    }

    /// Called after a commit, never before.
    public void advanceTo(long committed) {
        if (position.getAndAccumulate(committed, Math::max) < committed) {
            listeners.forEach(LogHead::tell);
        }
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
            advanceTo(committed);
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
