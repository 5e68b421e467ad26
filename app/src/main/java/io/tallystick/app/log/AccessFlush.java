package io.tallystick.app.log;

import io.tallystick.edge.Ids;
import io.tallystick.edge.access.AccessFolds;
import io.tallystick.events.audit.AccessLine;
import io.tallystick.eventstore.AccessAppender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Writes access records into the log: once a minute, and when the process ends. While the database
/// is away they wait in memory and go on counting, in no more lines than a minute has; a node that
/// is killed takes those of its open minute with it. Facts are never written here.
@Component
public final class AccessFlush implements SmartLifecycle {

    /// How often, as a duration. Tests say a longer one, and flush themselves.
    public static final String EVERY = "tallystick.access-records.every";

    private static final Logger LOG = LoggerFactory.getLogger(AccessFlush.class);
    private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
    private static final Duration LAST_MAX = Duration.ofSeconds(5);
    private static final int AROUND_THE_WEB_SERVER = 0;

    private final AccessFolds folds;
    private final AccessAppender appender;
    private final Duration every;
    private ScheduledExecutorService background = threads();
    private @Nullable Taken taken;
    private volatile boolean running;

    AccessFlush(AccessFolds folds, AccessAppender appender, Environment environment) {
        this.folds = folds;
        this.appender = appender;
        this.every = environment.getProperty(EVERY, Duration.class, EVERY_MINUTE);
    }

    /// Lines that may be in the log or not, under the id that tells.
    private record Taken(UUID id, List<AccessLine> lines) {}

    @Override
    public void start() {
        background = threads();
        background.scheduleAtFixedRate(
                this::flush, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    /// What fails is done the next time.
    public synchronized void flush() {
        try {
            appendTaken();
            List<AccessLine> lines = folds.take();
            taken = lines.isEmpty() ? null : new Taken(Ids.next(), lines);
            appendTaken();
        } catch (RuntimeException e) {
            LOG.warn("Access records could not be written and wait", e);
        }
    }

    private void appendTaken() {
        Taken waiting = taken;
        if (waiting != null) {
            appender.append(waiting.id(), waiting.lines());
            taken = null;
        }
    }

    /// The last requests are answered, and the database is still there.
    @Override
    public void stop() {
        background.shutdown();
        try {
            CompletableFuture.runAsync(this::flush, Thread::startVirtualThread)
                    .get(LAST_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The last access records were not written", e);
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AROUND_THE_WEB_SERVER;
    }

    private static ScheduledExecutorService threads() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("access-flush").factory());
    }
}
