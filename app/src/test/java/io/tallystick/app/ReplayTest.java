package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A projection that is rebuilt from the log is byte for byte the one that grew with it.
class ReplayTest extends RunningApplication {

    private static final long SEED = 4711;

    @Test
    void every_table_of_the_read_model_equals_its_replay() throws Exception {
        long position = usageOfAllKinds();
        waitFor(position);
        Map<String, String> live;
        try (var connection = database().connection()) {
            live = ReadModelHash.of(connection);
        }
        assertThat(live).containsKeys("partner", "customer", "usage_rollup", "level_step");

        long head = 0;
        for (JsonNode projection : api().get("/api/v1/admin/projections").expect(200).json()) {
            String name = projection.get("name").asString();
            head =
                    api().post(
                                    "/api/v1/admin/projections/" + name + "/replay",
                                    Map.of("reason", "the test of replay"))
                            .expect(202)
                            .position();
        }
        waitFor(head);

        try (var connection = database().connection()) {
            assertThat(ReadModelHash.of(connection)).isEqualTo(live);
        }
    }

    @Test
    void a_replay_needs_an_operator_a_known_name_and_a_reason() {
        api().post("/api/v1/admin/projections/usage/replay", Map.of())
                .expectProblem(400, "invalid_request");
        api().post("/api/v1/admin/projections/nothing/replay", Map.of("reason", "curiosity"))
                .expectProblem(404, "projection_not_found");
    }

    private void waitFor(long position) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    for (JsonNode projection :
                            api().get("/api/v1/admin/projections").expect(200).json()) {
                        assertThat(projection.get("position").asLong())
                                .isGreaterThanOrEqualTo(position);
                        assertThat(projection.get("status").asString()).isEqualTo("running");
                    }
                });
    }

    private long usageOfAllKinds() {
        String customer = "replay-" + System.nanoTime();
        api().post("/api/v1/customers", Map.of("key", customer, "name", "Replayed")).expect(201);
        api().patch("/api/v1/customers/" + customer, Map.of("name", "Replayed twice")).expect(200);
        var random = new Random(SEED);
        long position = 0;
        for (int batch = 0; batch < 12; batch++) {
            List<Object> events = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                events.add(event(customer, batch + "-" + i, random));
            }
            position = api().post("/api/v1/events", events).expect(200).position();
        }
        return position;
    }

    private static Map<String, Object> event(String customer, String id, Random random) {
        return switch (random.nextInt(5)) {
            case 0 ->
                    event(
                            customer,
                            id,
                            random,
                            "voice.call.completed",
                            Map.of(
                                    "callId",
                                    id,
                                    "durationSeconds",
                                    random.nextInt(9000) / 100.0,
                                    "agent",
                                    "agent " + random.nextInt(3)));
            case 1 ->
                    event(
                            customer,
                            id,
                            random,
                            "sms.sent",
                            Map.of("segments", 1 + random.nextInt(4)));
            case 2 ->
                    event(
                            customer,
                            id,
                            random,
                            "email.sent",
                            Map.of("recipients", 1 + random.nextInt(4)));
            case 3 ->
                    event(
                            customer,
                            id,
                            random,
                            "storage.measured",
                            Map.of("bytes", random.nextLong(1L << 40)));
            default ->
                    event(
                            customer,
                            id,
                            random,
                            "storage.changed",
                            Map.of("bytes", random.nextLong(-1_000_000L, 1_000_000L)));
        };
    }

    private static Map<String, Object> event(
            String customer, String id, Random random, String type, Map<String, Object> data) {
        return Map.of(
                "specversion", "1.0",
                "id", id,
                "source", "/replay",
                "type", type,
                "subject", customer,
                "time", START.minusSeconds(random.nextInt(20 * 24 * 3600)).toString(),
                "data", data);
    }
}
