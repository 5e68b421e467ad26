package io.tallystick.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.app.Api;
import io.tallystick.app.OneSms;
import io.tallystick.app.nodes.WalkedCredits.Walkers;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.eventstore.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two processes spend the credits of the same wallets at once, and are killed meanwhile.
/// `-Dtallystick.credits.steps` says how many events the walk has, and `-Dtallystick.credits.seed`
/// walks the same way again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CreditsOnSeveralNodesIT {

    private static final int STEPS = Integer.getInteger("tallystick.credits.steps", 6_000);
    private static final long SEED = Long.getLong("tallystick.credits.seed", System.nanoTime());
    private static final int ROUNDS = Math.max(2, STEPS / 10_000);

    private static final int CREDITS = 100;
    private static final int THREADS_PER_NODE = 32;
    private static final int TRIES_PER_THREAD = 16;
    private static final String CUSTOMER = "/api/v1/customers/held";

    private static final String MAILS =
            "select customer_id, count(*) from work.outbox where kind = 'low_credit' group by 1";

    private static final String BEHIND =
            """
            select count(*) from work.log_group
            where position < (select max(position) from event_log.entry)
            """;

    private final TestDatabase database = TestDatabase.with();
    private final List<Node> nodes = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        for (int number = 0; number < 2; number++) {
            var node = new Node(folder, number, database.url());
            nodes.add(node);
            node.start();
            node.awaitReady();
        }
    }

    @AfterAll
    void end() throws InterruptedException {
        for (Node node : nodes) {
            node.close();
        }
        database.close();
    }

    @Test
    @Order(1)
    void every_crossing_of_a_walk_is_told_once_although_nodes_are_killed() throws Exception {
        System.out.println("walk of credits: " + STEPS + " events, seed " + SEED);
        var walk = new CreditWalk(nodes, SEED);
        walk.createCustomers();
        for (int round = 0; round < ROUNDS; round++) {
            walk.round(round, STEPS / ROUNDS);
        }
        awaitGroups();

        var walkers = new Walkers(Partners.DEFAULT, walk.customers(), CreditWalk.PER_SEGMENT);
        var model = new WalkedCredits(database, walkers, CreditWalk.THRESHOLDS).read();
        assertThat(model.rows()).isGreaterThan(STEPS - ROUNDS * 4L);
        int crossings = model.expected().values().stream().mapToInt(List::size).sum();
        assertThat(crossings).isGreaterThan(STEPS / 200);
        assertThat(sorted(model.told())).isEqualTo(sorted(model.expected()));
        assertThat(balances(walk)).isEqualTo(model.balances());
        assertThat(mails()).isEqualTo(causes(model.expected()));
        assertThat(differences()).isEmpty();
        System.out.println(
                "walk of credits: %d events, %d kills, %d batches sent again, %d bookings unanswered, %d crossings, each told once"
                        .formatted(
                                model.rows(),
                                ROUNDS,
                                walk.repeated(),
                                walk.unanswered(),
                                crossings));
    }

    /// What was crossed is told in facts, which groups follow again, until nothing is left to do.
    private void awaitGroups() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(number(BEHIND)).isZero());
    }

    private static Map<UUID, List<String>> sorted(Map<UUID, List<String>> crossings) {
        Map<UUID, List<String>> sorted = new HashMap<>();
        crossings.forEach((customer, all) -> sorted.put(customer, all.stream().sorted().toList()));
        return sorted;
    }

    private Map<UUID, String> balances(CreditWalk walk) {
        Map<UUID, String> found = new HashMap<>();
        for (int i = 0; i < walk.customers().size(); i++) {
            JsonNode credits =
                    nodes.getLast()
                            .api()
                            .get("/api/v1/customers/" + walk.key(i) + "/credits")
                            .expect(200)
                            .json();
            found.put(
                    walk.customers().get(i),
                    credits.get("settled").asString() + " " + credits.get("overage").asString());
        }
        return found;
    }

    /// One mail for all that one entry crossed.
    private static Map<UUID, Long> causes(Map<UUID, List<String>> crossings) {
        Map<UUID, Long> causes = new HashMap<>();
        crossings.forEach((customer, all) -> {
            long different =
                    all.stream().map(each -> each.split(" ")[0]).collect(Collectors.toSet()).size();
            if (different > 0) {
                causes.put(customer, different);
            }
        });
        return causes;
    }

    private Map<UUID, Long> mails() throws SQLException {
        Map<UUID, Long> mails = new HashMap<>();
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(MAILS)) {
            while (row.next()) {
                mails.put(row.getObject(1, UUID.class), row.getLong(2));
            }
        }
        return mails;
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private JsonNode differences() {
        return nodes.getLast().api().get("/api/v1/admin/audit").expect(200).json().get("credits");
    }

    @Test
    @Order(2)
    void exactly_as_many_holds_succeed_as_there_are_credits() throws Exception {
        Node first = nodes.getFirst();
        Node second = nodes.getLast();
        Map<String, Object> customer = Map.of("key", "held", "name", "Held");
        first.api().post("/api/v1/customers", customer).expect(201);
        first.api()
                .patch(
                        CUSTOMER + "/settings/aiCredits",
                        Map.of("enabled", true, "creditsPerSmsSegment", "1"),
                        "If-Match",
                        "0")
                .expect(200);
        first.api().post(CUSTOMER + "/credits/grants", Map.of("amount", "" + CREDITS)).expect(201);

        List<Integer> statuses = hold();

        assertThat(statuses).hasSize(2 * THREADS_PER_NODE * TRIES_PER_THREAD);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(CREDITS);
        assertThat(statuses).containsOnly(201, 402);
        assertThat(credits(second.api(), 0).get("available").asString()).isEqualTo("0");

        first.kill();
        long position =
                second.api()
                        .post("/api/v1/events", OneSms.of("held", "nodes", "after-the-kill"))
                        .expect(200)
                        .position();
        JsonNode after = credits(second.api(), position);
        assertThat(after.get("settled").asString()).isEqualTo("" + (CREDITS - 1));
        assertThat(differences()).isEmpty();
    }

    private static JsonNode credits(Api api, long position) {
        return api.getAfter(position, CUSTOMER + "/credits").expect(200).json();
    }

    private List<Integer> hold() throws Exception {
        List<Callable<List<Integer>>> threads = new ArrayList<>();
        for (Node node : nodes) {
            for (int thread = 0; thread < THREADS_PER_NODE; thread++) {
                String name = node.address() + "/" + thread;
                threads.add(() -> hold(node.api(), name));
            }
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads.size())) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<List<Integer>> done : pool.invokeAll(threads)) {
                statuses.addAll(done.get());
            }
            return statuses;
        }
    }

    private static List<Integer> hold(Api api, String name) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < TRIES_PER_THREAD; i++) {
            Map<String, Object> wanted =
                    Map.of("callId", name + "/" + i, "amount", "1", "ttlSeconds", 3_600);
            statuses.add(api.post(CUSTOMER + "/credits/holds", wanted).status());
        }
        return statuses;
    }
}
