package io.tallystick.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.Api;
import io.tallystick.app.OneSms;
import io.tallystick.eventstore.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Senders that each have a customer, a key of it, and send until the key is refused. Each key is
/// revoked while they do, and what was stored is compared with the position of the revoke.
public final class RevokedSenders implements AutoCloseable {

    private static final int AT_ONCE = 12;
    private static final int STORED_BEFORE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final TestDatabase database;
    private final List<Api> nodes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger stored = new AtomicInteger();
    private final List<Revoked> revoked = new ArrayList<>();

    private record Revoked(UUID customerId, long position) {}

    /// @param nodes every request goes to the next
    public RevokedSenders(String name, TestDatabase database, Api... nodes) {
        this.name = name;
        this.database = database;
        this.nodes = List.of(nodes);
    }

    public void revoke(int times) throws Exception {
        var places = new Semaphore(AT_ONCE);
        List<Future<Revoked>> ends = new ArrayList<>();
        for (int number = 0; number < times; number++) {
            places.acquire();
            String customer = name + "-" + number;
            ends.add(
                    threads.submit(() -> {
                        try {
                            return sendUntilRevoked(customer);
                        } finally {
                            places.release();
                        }
                    }));
        }
        for (Future<Revoked> end : ends) {
            revoked.add(end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private Revoked sendUntilRevoked(String customer) throws Exception {
        UUID customerId =
                UUID.fromString(
                        node(0).post("/api/v1/customers", Map.of("key", customer, "name", customer))
                                .expect(201)
                                .json()
                                .get("id")
                                .asString());
        String keys = "/api/v1/customers/" + customer + "/api-keys";
        var issued =
                node(0).post(keys, Map.of("name", "Sender", "permissions", List.of("write")))
                        .expect(201)
                        .json();
        String secret = issued.get("secret").asString();
        var requests = new AtomicInteger();
        var before = new CountDownLatch(STORED_BEFORE);
        List<Future<?>> senders = new ArrayList<>();
        for (int sender = 0; sender < 2; sender++) {
            senders.add(threads.submit(() -> send(customer, secret, requests, before)));
        }
        assertThat(before.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(customer).isTrue();
        long position =
                node(1).delete(keys + "/" + issued.get("id").asString()).expect(204).position();
        // The very next request on every node.
        for (int node = 0; node < nodes.size(); node++) {
            node(node)
                    .withKey(secret)
                    .post("/api/v1/events", OneSms.of(customer, "/revoked", "after-" + node))
                    .expectProblem(401, "invalid_key");
        }
        for (Future<?> sender : senders) {
            sender.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return new Revoked(customerId, position);
    }

    private void send(
            String customer, String secret, AtomicInteger requests, CountDownLatch before) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            int number = requests.incrementAndGet();
            var answer =
                    node(number)
                            .withKey(secret)
                            .post(
                                    "/api/v1/events",
                                    OneSms.of(customer, "/revoked", Integer.toString(number)));
            if (answer.status() == 401) {
                answer.expectProblem(401, "invalid_key");
                return;
            }
            answer.expect(200);
            stored.incrementAndGet();
            before.countDown();
        }
        throw new AssertionError("the key of " + customer + " was never refused");
    }

    private Api node(int number) {
        return nodes.get(number % nodes.size());
    }

    /// How many requests were answered 200 before their key was revoked.
    public int requestsThatWereStored() {
        return stored.get();
    }

    /// Of the chunks that hold events of a customer: those above the revoke of its key.
    public List<Long> positionsAfterTheRevoke() throws SQLException {
        List<Long> wrong = new ArrayList<>();
        try (var connection = database.connection();
                var statement =
                        connection.prepareStatement(
                                """
                                select entry.position from event_log.usage_slice
                                join event_log.entry on entry.id = usage_slice.chunk::text
                                where usage_slice.customer_id = ? and entry.position > ?
                                """)) {
            for (Revoked one : revoked) {
                statement.setObject(1, one.customerId());
                statement.setLong(2, one.position());
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        wrong.add(row.getLong(1));
                    }
                }
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
