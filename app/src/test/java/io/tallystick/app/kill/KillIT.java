package io.tallystick.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.app.Api;
import io.tallystick.app.ReadModelHash;
import io.tallystick.app.kill.KillClient.Batch;
import io.tallystick.eventstore.usage.UsageReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/// `kill -9` at random points of ingest and of rebuilds loses nothing that was acknowledged and
/// counts nothing twice. `-Dtallystick.kills` says how often.
class KillIT {

    private static final int KILLS = Integer.getInteger("tallystick.kills", 5);
    private static final long SEED = Long.getLong("tallystick.seed", System.nanoTime());
    private static final int ALIVE_MILLISECONDS_MAX = 2_000;
    private static final String CUSTOMER = "killed";

    @TempDir private Path folder;

    @Test
    void nothing_acknowledged_is_lost_or_counted_twice_when_the_server_is_killed()
            throws Exception {
        System.out.println("kill test: " + KILLS + " kills, seed " + SEED);
        var random = new Random(SEED);
        List<Long> restarts = new ArrayList<>();
        try (var server = new Server(folder)) {
            server.start();
            var api = new Api(server.address().getPort(), Server.KEY);
            api.post("/api/v1/customers", Map.of("key", CUSTOMER, "name", "Killed")).expect(201);
            Process client = startClient(server);
            for (int kill = 0; kill < KILLS; kill++) {
                rebuild(api);
                // The wait ends early only when the client gave up, which fails the test below.
                client.waitFor(random.nextInt(ALIVE_MILLISECONDS_MAX), TimeUnit.MILLISECONDS);
                server.kill();
                restarts.add(server.start().toMillis());
            }
            Files.createFile(folder.resolve("stop"));
            assertThat(client.waitFor(2, TimeUnit.MINUTES)).as("client has ended").isTrue();
            assertThat(client.exitValue())
                    .as(Files.readString(folder.resolve("client.out")))
                    .isZero();
            judge(server, api);
        }
        System.out.println("kill test: ready again after " + restarts + " ms");
    }

    /// So that the server is killed in the middle of rebuilds, too.
    private static void rebuild(Api api) {
        assertThat(
                        api.post(
                                        "/api/v1/admin/projections/usage/replay",
                                        Map.of("reason", "the kill test"))
                                .status())
                .isIn(202, 409);
    }

    private Process startClient(Server server) throws IOException {
        return new ProcessBuilder(
                        Server.java(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillClient.class.getName(),
                        server.address().toString(),
                        Server.KEY,
                        CUSTOMER,
                        folder.resolve("client.log").toString(),
                        folder.resolve("stop").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("client.out").toFile())
                .start();
    }

    private void judge(Server server, Api api) throws IOException, SQLException {
        List<Batch> acknowledged = acknowledged();
        Set<String> ids =
                acknowledged.stream()
                        .flatMap(batch ->
                                IntStream.range(0, KillClient.BATCH_EVENTS).mapToObj(batch::id))
                        .collect(Collectors.toSet());
        assertThat(ids)
                .as("the client got something done")
                .hasSizeGreaterThan(KILLS * KillClient.BATCH_EVENTS);

        List<String> stored = stored(server);
        assertThat(stored).as("acknowledged events are stored, each once").hasSameSizeAs(ids);
        assertThat(new HashSet<>(stored)).isEqualTo(ids);

        waitForProjections(api);
        assertThat(sum(api, "voice_minutes")).isEqualByComparingTo(minutes(acknowledged));
        assertThat(sum(api, "calls")).isEqualByComparingTo(BigDecimal.valueOf(ids.size()));

        Map<String, String> live = hashes(server);
        for (String projection : projections(api)) {
            api.post(
                            "/api/v1/admin/projections/" + projection + "/replay",
                            Map.of("reason", "the kill test"))
                    .expect(202);
        }
        waitForProjections(api);
        assertThat(hashes(server)).as("live tables equal a replay from zero").isEqualTo(live);
        System.out.println(
                "kill test: "
                        + ids.size()
                        + " events acknowledged, stored and counted once; "
                        + live);
    }

    private List<Batch> acknowledged() throws IOException {
        return Files.readAllLines(folder.resolve("client.log")).stream()
                .map(line -> line.split(" "))
                .map(numbers ->
                        new Batch(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])))
                .toList();
    }

    private static List<String> stored(Server server) throws IOException, SQLException {
        try (var connection = server.database()) {
            var rows = new UsageReader(new SingleConnectionDataSource(connection, true));
            var everything = new UsageReader.Filter(null, null, null, null, null, null);
            List<String> ids = new ArrayList<>();
            try (var statement = connection.createStatement();
                    var owner =
                            statement.executeQuery(
                                    """
                                    select tenant_id, array_agg(distinct customer_id) from event_log.usage_slice
                                    group by tenant_id
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
    }

    /// 30/30 by hand.
    private static BigDecimal minutes(List<Batch> batches) {
        long billed = 0;
        for (Batch batch : batches) {
            for (int event = 0; event < KillClient.BATCH_EVENTS; event++) {
                billed += Math.max(30, (batch.seconds(event) + 29) / 30 * 30);
            }
        }
        return BigDecimal.valueOf(billed).divide(BigDecimal.valueOf(60));
    }

    private static BigDecimal sum(Api api, String meter) {
        JsonNode data =
                api.get(
                                "/api/v1/meters/"
                                        + meter
                                        + "/query?subject="
                                        + CUSTOMER
                                        + "&from=2020-01-01T00:00:00Z")
                        .expect(200)
                        .json()
                        .get("data");
        assertThat(data).hasSize(1);
        return data.get(0).get("value").decimalValue();
    }

    private static List<String> projections(Api api) {
        return api.get("/api/v1/admin/projections").expect(200).json().findValuesAsString("name");
    }

    private static void waitForProjections(Api api) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    for (JsonNode projection :
                            api.get("/api/v1/admin/projections").expect(200).json()) {
                        assertThat(projection.get("lag").asLong()).isZero();
                        assertThat(projection.get("status").asString()).isEqualTo("running");
                    }
                });
    }

    private static Map<String, String> hashes(Server server) throws IOException, SQLException {
        try (var connection = server.database()) {
            return ReadModelHash.withoutSystemLog(connection);
        }
    }
}
