package io.tallystick.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.app.Api;
import io.tallystick.app.ReadModelHash;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.UsageReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Nodes share the segments of projections, and no event is handled by none or twice when one
/// joins, is killed, or is frozen and resumes. `-Dtallystick.nodes` says how many there are.
class SeveralNodesIT {

    private static final int NODES = Integer.getInteger("tallystick.nodes", 2);
    private static final int SEGMENTS = 4;
    private static final Duration FROZEN = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final String OWNERS =
            """
            select owner, count(*) from read_model.projection_segment
            where projection = 'usage' and state = 'live' and owner is not null group by owner
            """;

    @TempDir private Path folder;
    private final TestDatabase database = TestDatabase.with();
    private final Load load = new Load();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        for (int number = 0; number < NODES; number++) {
            nodes.add(new Node(folder, number, database.url()));
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        load.close();
        for (Node node : nodes) {
            node.close();
        }
        database.close();
    }

    @Test
    void nodes_that_join_are_killed_or_freeze_change_no_total() throws Exception {
        Node first = nodes.getFirst();
        first.start();
        first.awaitReady();
        for (int number = 0; number < Load.CUSTOMERS; number++) {
            String key = Load.customer(number);
            first.api().post("/api/v1/customers", Map.of("key", key, "name", key)).expect(201);
        }
        load.to(first);
        load.start();

        othersJoin();
        firstIsKilledAndStartsAgain();
        lastIsFrozenAndResumes();

        load.stop();
        judge();
    }

    private void othersJoin() throws Exception {
        List<Node> others = nodes.subList(1, NODES);
        for (Node node : others) {
            node.start();
        }
        for (Node node : others) {
            node.awaitReady();
            load.to(node);
        }
        awaitShared("joined", nodes);
    }

    private void firstIsKilledAndStartsAgain() throws Exception {
        Node first = nodes.getFirst();
        load.notTo(first);
        first.kill();
        long killed = System.nanoTime();
        first.start();
        awaitShared("taken over from the killed one", nodes.subList(1, NODES), killed);
        first.awaitReady();
        load.to(first);
        awaitShared("shared with it again", nodes);
    }

    private void lastIsFrozenAndResumes() throws Exception {
        Node last = nodes.getLast();
        last.freeze();
        long frozen = System.nanoTime();
        load.notTo(last);
        awaitShared("taken over from the frozen one", nodes.subList(0, NODES - 1), frozen);
        LockSupport.parkNanos(frozen + FROZEN.toNanos() - System.nanoTime());
        last.resume();
        load.to(last);
        awaitShared("shared with it after it resumed", nodes);
        assertThat(last.log())
                .as("what it had begun was in vain")
                .contains("Aborting Work Package");
    }

    private void awaitShared(String what, List<Node> among) {
        awaitShared(what, among, System.nanoTime());
    }

    /// Every segment has an owner that is one of the nodes, and none has more than its share.
    private void awaitShared(String what, List<Node> among, long since) {
        int share = Math.ceilDiv(SEGMENTS, among.size());
        await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    Map<String, Integer> owners = owners();
                    assertThat(owners.values().stream().mapToInt(held -> held).sum())
                            .as("of %s", owners)
                            .isEqualTo(SEGMENTS);
                    assertThat(owners)
                            .allSatisfy((owner, held) -> {
                                assertThat(among).anyMatch(node -> node.isOwner(owner));
                                assertThat(held).isLessThanOrEqualTo(share);
                            });
                });
        milliseconds.put(what, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }

    private Map<String, Integer> owners() throws SQLException {
        Map<String, Integer> owners = new HashMap<>();
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(OWNERS)) {
            while (row.next()) {
                owners.put(row.getString(1), row.getInt(2));
            }
        }
        return owners;
    }

    private void judge() throws Exception {
        List<String> stored = stored();
        assertThat(new HashSet<>(stored)).isEqualTo(load.acknowledged());
        assertThat(stored).as("each once").hasSameSizeAs(load.acknowledged());

        for (Node node : nodes) {
            waitForProjections(node.api());
            assertThat(sum(node.api(), "calls"))
                    .isEqualByComparingTo(BigDecimal.valueOf(load.acknowledged().size()));
            assertThat(sum(node.api(), "voice_minutes").multiply(BigDecimal.valueOf(60)))
                    .isEqualByComparingTo(BigDecimal.valueOf(load.seconds()));
        }

        Map<String, String> live = hashes();
        replay(nodes.getLast().api());
        assertThat(hashes()).as("live tables equal a replay from zero").isEqualTo(live);
        System.out.println(
                NODES
                        + " nodes: "
                        + load.acknowledged().size()
                        + " events acknowledged, stored and counted once, "
                        + load.repeated()
                        + " batches sent again; ms until "
                        + milliseconds
                        + "; "
                        + live);
    }

    private List<String> stored() throws SQLException {
        var rows = new UsageReader(database.dataSource());
        var everything = new UsageReader.Filter(null, null, null, null, null, null);
        List<String> ids = new ArrayList<>();
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var owner =
                        statement.executeQuery(
                                """
                                select tenant_id, array_agg(distinct customer_id)
                                from event_log.usage_slice group by tenant_id
                                """)) {
            while (owner.next()) {
                List<UUID> customers = List.of((UUID[]) owner.getArray(2).getArray());
                rows.newest(
                                owner.getObject(1, UUID.class),
                                customers,
                                everything,
                                Integer.MAX_VALUE - 1)
                        .forEach(row -> ids.add(row.id()));
            }
        }
        return ids;
    }

    private static BigDecimal sum(Api api, String meter) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int number = 0; number < Load.CUSTOMERS; number++) {
            JsonNode data =
                    api.get(
                                    "/api/v1/meters/%s/query?subject=%s&from=2020-01-01T00:00:00Z"
                                            .formatted(meter, Load.customer(number)))
                            .expect(200)
                            .json()
                            .get("data");
            sum = sum.add(data.get(0).get("value").decimalValue());
        }
        return sum;
    }

    private static void replay(Api api) {
        for (String name :
                api.get("/api/v1/admin/projections")
                        .expect(200)
                        .json()
                        .findValuesAsString("name")) {
            api.post(
                            "/api/v1/admin/projections/" + name + "/replay",
                            Map.of("reason", "the test of several nodes"))
                    .expect(202);
        }
        waitForProjections(api);
    }

    private static void waitForProjections(Api api) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    for (JsonNode projection :
                            api.get("/api/v1/admin/projections").expect(200).json()) {
                        assertThat(projection.get("lag").asLong()).isZero();
                        assertThat(projection.get("status").asString()).isEqualTo("running");
                    }
                });
    }

    private Map<String, String> hashes() throws SQLException, IOException {
        try (var connection = database.connection()) {
            return ReadModelHash.withoutSystemLog(connection);
        }
    }
}
