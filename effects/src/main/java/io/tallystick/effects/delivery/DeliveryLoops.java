package io.tallystick.effects.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs every [DeliveryWork] on this node, each on a thread of its own, so that a mail server that
/// keeps people waiting holds up no webhook.
@Component
public class DeliveryLoops implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoops.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final long END_MAX_MILLISECONDS = 5_000;

    private final List<DeliveryWork> works;
    private final List<Thread> threads = new ArrayList<>();
    private CountDownLatch ended = new CountDownLatch(0);

    /// What is switched off by the settings is no work.
    @Autowired
    DeliveryLoops(ObjectProvider<DeliveryWork> works) {
        this(works.orderedStream().toList());
    }

    DeliveryLoops(List<DeliveryWork> works) {
        this.works = works;
    }

    @Override
    public synchronized void start() {
        CountDownLatch end = new CountDownLatch(1);
        ended = end;
        for (DeliveryWork work : works) {
            threads.add(
                    Thread.ofVirtual().name("deliver-" + work.name()).start(() -> run(work, end)));
        }
    }

    private static void run(DeliveryWork work, CountDownLatch end) {
        try {
            Duration rest = Duration.ZERO;
            while (!end.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                rest = once(work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration once(DeliveryWork work) {
        try {
            return work.deliverDue() > 0 ? Duration.ZERO : LOOK_AGAIN;
        } catch (RuntimeException e) {
            LOG.warn("{} could not be delivered; that is tried again", work.name(), e);
            return AFTER_FAILURE;
        }
    }

    /// Whatever is under way may end; its lease says when somebody else may try.
    @Override
    public synchronized void stop() {
        ended.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(END_MAX_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
