package io.tallystick.effects.webhooks;

import io.tallystick.edge.webhook.WebhookReach;
import io.tallystick.effects.delivery.DeliveryWork;
import io.tallystick.effects.delivery.RetrySchedule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Delivers webhooks. Each endpoint has a thread while something is due for it, so that one that
/// keeps us waiting holds up nobody else, and is not asked twice at once by this node. Nobody is
/// promised an order: what failed is tried again after what came later.
///
/// Outside the database a delivery happens at least once: a node that dies between an answer and
/// its commit has another node send it again, with the same `webhook-id`.
@Component
final class WebhookSender implements DeliveryWork, AutoCloseable {

    /// Eight attempts in 27 hours and 35 minutes, as Standard Webhooks recommend.
    static final RetrySchedule RETRIES =
            RetrySchedule.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(10));

    static final int ENDPOINTS_AT_ONCE_MAX = 64;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    /// Of one endpoint, before others that wait may have the thread.
    private static final int IN_A_ROW_MAX = 100;

    private static final long END_MAX_MILLISECONDS = 5_000;

    private final DeliveryLeases leases;
    private final WebhookClient client;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(ENDPOINTS_AT_ONCE_MAX);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
    private volatile boolean open = true;

    @Autowired
    WebhookSender(DeliveryLeases leases, WebhookReach reach) {
        this(
                leases,
                new WebhookClient(
                        reach,
                        new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, reach::allows),
                        Patience.USUAL,
                        ENDPOINTS_AT_ONCE_MAX));
    }

    WebhookSender(DeliveryLeases leases, WebhookClient client) {
        this.leases = leases;
        this.client = client;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    /// It waits for no answer: what it took goes on by itself.
    @Override
    public int deliverDue() {
        int limit = free.availablePermits();
        if (limit == 0 || !open) {
            return 0;
        }
        List<Lease> taken = leases.take(Set.copyOf(busy), limit);
        for (Lease lease : taken) {
            free.acquireUninterruptibly();
            busy.add(lease.endpointId());
            threads.execute(() -> run(lease));
        }
        return taken.size();
    }

    private void run(Lease first) {
        try {
            Optional<Lease> next = Optional.of(first);
            for (int i = 0; i < IN_A_ROW_MAX && open && next.isPresent(); i++) {
                Lease lease = next.get();
                next = deliver(lease) ? leases.takeAnother(lease) : Optional.empty();
            }
        } catch (RuntimeException e) {
            LOG.warn("Deliveries to {} stopped and go on later", first.endpointId(), e);
        } finally {
            busy.remove(first.endpointId());
            free.release();
        }
    }

    /// @return whether the endpoint takes what it is told
    private boolean deliver(Lease lease) {
        Attempt attempt = client.send(lease.message());
        if (attempt.isDelivered()) {
            leases.delivered(lease, attempt);
            return true;
        }
        Optional<Duration> rest = RETRIES.after(lease.failures() + 1);
        if (attempt.isGone() || rest.isEmpty()) {
            leases.givenUp(lease, attempt);
        } else {
            leases.failed(lease, attempt, rest.get());
        }
        return false;
    }

    /// What is under way may end. What does not is tried again when its lease has ended.
    @Override
    public void close() throws IOException {
        open = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END_MAX_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                LOG.info("Some deliveries are cut off and will be tried again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
