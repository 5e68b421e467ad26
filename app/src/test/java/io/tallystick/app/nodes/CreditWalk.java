package io.tallystick.app.nodes;

import io.tallystick.app.Api;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Grants, deductions and text messages of a few customers, at random and from several senders at
/// once, on two nodes of which one after the other is killed in the middle.
final class CreditWalk {

    static final BigDecimal PER_SEGMENT = new BigDecimal("0.16");
    static final List<BigDecimal> THRESHOLDS =
            List.of(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.valueOf(25));

    private static final Duration STANDS_STILL = Duration.ofMinutes(5);
    private static final int CUSTOMERS = 5;
    private static final int SENDERS = 4;
    private static final int BATCH_EVENTS_MAX = 30;
    private static final int GRANT_MAX = 60;
    private static final int DEDUCTION_MAX = 10;

    private static final int SEGMENTS_MAX = 4;

    private final List<Node> nodes;
    private final Random random;
    private final Courier courier = new Courier();
    private final String walk = "walk-" + UUID.randomUUID();
    private final List<UUID> customers = new ArrayList<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    CreditWalk(List<Node> nodes, long seed) {
        this.nodes = nodes;
        this.random = new Random(seed);
        nodes.forEach(courier::to);
    }

    List<UUID> customers() {
        return customers;
    }

    String key(int customer) {
        return walk + "-" + customer;
    }

    /// Batches that were sent more than once, since a node was killed.
    int repeated() {
        return courier.repeated();
    }

    void createCustomers() {
        Api api = nodes.getFirst().api();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String key = key(customer);
            customers.add(
                    UUID.fromString(
                            api.post("/api/v1/customers", Map.of("key", key, "name", key))
                                    .expect(201)
                                    .json()
                                    .get("id")
                                    .asString()));
            Map<String, Object> credits =
                    Map.of(
                            "enabled",
                            true,
                            "creditsPerSmsSegment",
                            PER_SEGMENT.toPlainString(),
                            "notificationsEnabled",
                            true,
                            "lowCreditThreshold",
                            THRESHOLDS.getLast().toPlainString(),
                            "furtherThresholds",
                            List.of(THRESHOLDS.get(1).toPlainString()),
                            "recipients",
                            List.of("ops@example.com"));
            api.patch(path(customer) + "/settings/aiCredits", credits, "If-Match", "0").expect(200);
        }
    }

    /// So many events, and one node killed in the middle of them.
    void round(int round, int events) throws Exception {
        Node victim = nodes.get(round % nodes.size());
        Node other = nodes.get((round + 1) % nodes.size());
        var half = new CountDownLatch(events / 2);
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                String ids = round + "-" + sender;
                var own = new Random(random.nextLong());
                sending.add(
                        threads.submit(() -> {
                            send(ids, events / SENDERS, own, half);
                            return null;
                        }));
            }
            if (!half.await(STANDS_STILL.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the walk stands still");
            }
            victim.kill();
            courier.notTo(victim);
            other.api()
                    .post(
                            "/api/v1/admin/projections/usage/replay",
                            Map.of("reason", "the walk of credits"));
            victim.start();
            for (Future<?> each : sending) {
                each.get();
            }
        }
        victim.awaitReady();
        courier.to(victim);
    }

    private void send(String ids, int events, Random own, CountDownLatch half)
            throws InterruptedException {
        for (int sent = 0; sent < events; ) {
            int batch = Math.min(events - sent, 1 + own.nextInt(BATCH_EVENTS_MAX));
            courier.bring(body(ids + "-" + sent, batch, own));
            sent += batch;
            for (int event = 0; event < batch; event++) {
                half.countDown();
            }
            book(nodes.get(own.nextInt(nodes.size())), own);
        }
    }

    /// Whoever has run low is granted more than it owes, so that balances go up and down around the
    /// thresholds. A node that is killed may have done it or not: the log says which.
    private void book(Node node, Random own) {
        String credits = path(own.nextInt(CUSTOMERS)) + "/credits";
        try {
            Api.Answer answer = node.api().getAfter(0, credits);
            if (answer.status() != 200) {
                return;
            }
            if (decimal(answer, "settled").compareTo(THRESHOLDS.get(1)) <= 0) {
                BigDecimal amount = decimal(answer, "overage").add(amount(own, GRANT_MAX));
                Map<String, Object> grant = Map.of("amount", amount.toPlainString());
                node.api().post(credits + "/grants", grant);
            } else if (own.nextInt(3) == 0) {
                String amount = amount(own, DEDUCTION_MAX).toPlainString();
                Map<String, Object> deduction =
                        Map.of("amount", amount, "reason", "walk", "override", true);
                node.api().post(credits + "/deductions", deduction);
            }
        } catch (UncheckedIOException killed) {
            unanswered.incrementAndGet();
        }
    }

    private static BigDecimal decimal(Api.Answer answer, String name) {
        return new BigDecimal(answer.json().get(name).asString());
    }

    /// Grants and deductions of which nobody was told what became of them.
    int unanswered() {
        return unanswered.get();
    }

    private static BigDecimal amount(Random own, int creditsMax) {
        return BigDecimal.valueOf(1 + own.nextInt(creditsMax * 1_000), 3);
    }

    private byte[] body(String ids, int events, Random own) {
        Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<String> all = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            all.add(
                    """
                    {"specversion":"1.0","type":"sms.sent","source":"/walk","id":"%s-%d",
                     "subject":"%s","time":"%s","data":{"segments":%d}}
                    """
                            .formatted(
                                    ids,
                                    event,
                                    key(own.nextInt(CUSTOMERS)),
                                    time,
                                    1 + own.nextInt(SEGMENTS_MAX)));
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String path(int customer) {
        return "/api/v1/customers/" + key(customer);
    }
}
