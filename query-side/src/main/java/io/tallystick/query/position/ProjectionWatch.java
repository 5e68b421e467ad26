package io.tallystick.query.position;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How far each projection is. It looks at the database and not at this process, because another
/// node may be the one that runs a projection. However many wait, one query per interval is made
/// for all of them, and none while nobody waits.
@Component
public final class ProjectionWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWatch.class);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
    private static final Duration POLL_INTERVAL_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /// Requests that wait and pages that listen on this node.
    static final int LISTENERS_MAX = 4_096;

    private final TokenTable tokens;
    private final Duration waitMax;
    private final Set<Listener> listeners = new HashSet<>();
    private @Nullable Thread poller;
    private boolean open = true;

    @Autowired
    ProjectionWatch(DSLContext sql) {
        this(sql, WAIT_MAX);
    }

    ProjectionWatch(DSLContext sql, Duration waitMax) {
        this.tokens = new TokenTable(sql);
        this.waitMax = waitMax;
    }

    /// Stops the calls of a listener.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// The last position that the projection has handled, 0 before the first.
    public long position(String projection) {
        return tokens.position(projection);
    }

    /// Returns once the projection has handled the position.
    ///
    /// @throws ProjectionBehind after five seconds, and at once when too many wait already
    public void await(String projection, long position) {
        if (tokens.position(projection) >= position) {
            return;
        }
        var reached = new CountDownLatch(1);
        LongConsumer check =
                now -> {
                    if (now >= position) {
                        reached.countDown();
                    }
                };
        try (Registration registration = register(projection, check)) {
            if (registration == null || !reached.await(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProjectionBehind(projection, position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProjectionBehind(projection, position);
        }
    }

    /// Calls the listener with the projection's position now and whenever it has moved. The calls
    /// come from one thread for all listeners: hand the work on and return.
    ///
    /// @throws IllegalStateException when too many listen already, or after close
    public Registration onAdvance(String projection, LongConsumer listener) {
        Registration registration = register(projection, listener);
        if (registration == null) {
            throw new IllegalStateException("no more than " + LISTENERS_MAX + " may listen");
        }
        return registration;
    }

    private synchronized @Nullable Registration register(String projection, LongConsumer call) {
        if (!open || listeners.size() >= LISTENERS_MAX) {
            return null;
        }
        var listener = new Listener(projection, call);
        listeners.add(listener);
        if (poller == null) {
            poller = Thread.ofVirtual().name("projection-watch").start(this::poll);
        }
        return () -> forget(listener);
    }

    private synchronized void forget(Listener listener) {
        listeners.remove(listener);
    }

    /// Empty when the poller is to end, which it then must: the next listener starts another.
    private synchronized Set<Listener> listening() {
        if (listeners.isEmpty() || !open) {
            poller = null;
            return Set.of();
        }
        return Set.copyOf(listeners);
    }

    private void poll() {
        for (Set<Listener> now = listening(); !now.isEmpty(); now = listening()) {
            Duration pause = POLL_INTERVAL;
            try {
                Map<String, Long> positions = tokens.positions();
                now.forEach(listener -> listener.tell(positions));
            } catch (RuntimeException e) {
                LOG.warn("The positions of projections could not be read", e);
                pause = POLL_INTERVAL_AFTER_FAILURE;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        open = false;
        listeners.clear();
        LockSupport.unpark(poller);
    }

    private static final class Listener {

        private final String projection;
        private final LongConsumer call;
        private long last = -1;

        private Listener(String projection, LongConsumer call) {
            this.projection = projection;
            this.call = call;
        }

        private void tell(Map<String, Long> positions) {
            long now = positions.getOrDefault(projection, TokenTable.START);
            if (now > last) {
                last = now;
                try {
                    call.accept(now);
                } catch (RuntimeException e) {
                    LOG.warn("A listener of {} failed", projection, e);
                }
            }
        }
    }
}
