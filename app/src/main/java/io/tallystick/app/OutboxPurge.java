package io.tallystick.app;

import io.tallystick.edge.lookup.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Deletes the links of invitations that have expired. Pages do not show them from the first moment
/// on; this is for who reads the table.
@Component
final class OutboxPurge implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPurge.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int MAILS_AT_ONCE = 1_000;

    private final Outbox outbox;
    private final Clock clock;
    private volatile boolean running;
    private ScheduledExecutorService background = threads();

    OutboxPurge(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void start() {
        background = threads();
        background.scheduleWithFixedDelay(this::purge, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    /// What fails is done the next time.
    void purge() {
        try {
            while (outbox.purgeEnded(clock.instant(), MAILS_AT_ONCE) == MAILS_AT_ONCE) {
                LOG.debug("{} mails have lost their link; there may be more", MAILS_AT_ONCE);
            }
        } catch (DataAccessException away) {
            LOG.warn("The links of expired invitations could not be deleted", away);
        }
    }

    @Override
    public void stop() {
        background.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService threads() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("outbox-purge").factory());
    }
}
