package io.tallystick.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log page by page, for who keeps a position of its own and reads in the transaction in which
/// that position moves. As with [LogMessageSource] nothing is left out: a hole and an unknown type
/// stop the reader.
public final class LogPages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogPages.class);

    private static final String RECORDED =
            "select position, recorded_at from event_log.entry where position > ? and position <= ?";

    private final PostgresEventStorageEngine engine;
    private final ConnectionProvider connections;
    private final LogHead head;
    private final Semaphore advanced = new Semaphore(0);
    private final Runnable wake = this::wake;

    public LogPages(
            PostgresEventStorageEngine engine, ConnectionProvider connections, LogHead head) {
        this.engine = engine;
        this.connections = connections;
        this.head = head;
        head.onAdvance(wake);
    }

    /// @param recordedAt when it was written, by the clock of the database
    public record Entry(long position, Instant recordedAt, EventMessage<?> message) {}

    /// What follows a position, in order; empty at the head of the log.
    ///
    /// @throws BrokenOrder at a hole, once everything before it was read
    public List<Entry> after(long position, int limit) {
        List<? extends TrackedEventMessage<?>> messages = messages(position, limit);
        if (messages.isEmpty()) {
            return List.of();
        }
        Map<Long, Instant> recorded = recorded(position, position + limit);
        List<Entry> page = new ArrayList<>(messages.size());
        for (TrackedEventMessage<?> message : messages) {
            long here = message.trackingToken().position().orElseThrow();
            long expected = position + page.size() + 1;
            if (here != expected) {
                stopUnlessRead(page, expected - 1, here);
                return page;
            }
            page.add(new Entry(here, instant(recorded, here), message));
        }
        return page;
    }

    private static Instant instant(Map<Long, Instant> recorded, long position) {
        Instant at = recorded.get(position);
        if (at == null) {
            throw new IllegalStateException("entry " + position + " was read and is not there");
        }
        return at;
    }

    private static void stopUnlessRead(List<Entry> page, long last, long here) {
        if (page.isEmpty()) {
            var broken = new BrokenOrder(last, here);
            LOG.error("A reader of the log stopped: {}", broken.getMessage());
            throw broken;
        }
    }

    /// An unknown type fails its whole page, so the entries before it are read one by one.
    private List<? extends TrackedEventMessage<?>> messages(long position, int limit) {
        var token = new GlobalSequenceTrackingToken(position);
        try {
            return engine.messagesAfter(token, limit);
        } catch (UnknownEventType unknown) {
            return engine.messagesAfter(token, 1);
        }
    }

    private Map<Long, Instant> recorded(long after, long to) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECORDED)) {
            statement.setLong(1, after);
            statement.setLong(2, to);
            Map<Long, Instant> times = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    times.put(row.getLong(1), row.getTimestamp(2).toInstant());
                }
            }
            return times;
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be read", e);
        }
    }

    /// Returns when there may be something behind a position, or after a while.
    public void await(long position, Duration longest) throws InterruptedException {
        if (head.toldPosition() > position) {
            return;
        }
        if (advanced.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            advanced.drainPermits();
        }
    }

    private void wake() {
        advanced.drainPermits();
        advanced.release();
    }

    @Override
    public void close() {
        head.forget(wake);
    }
}
