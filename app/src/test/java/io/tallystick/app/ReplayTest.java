package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
            live = ReadModelHash.withoutSystemLog(connection);
        }
        assertThat(live)
                .containsKeys("partner", "customer", "api_key", "usage_rollup", "level_step")
                .containsKeys("contact_evidence", "self_healed_contact", "self_healed_version");

        long head = 0;
        for (JsonNode projection : api().get("/api/v1/admin/projections").expect(200).json()) {
            String name = projection.get("name").asString();
            head = replay(name).expect(202).position();
        }
        waitFor(head);

        try (var connection = database().connection()) {
            assertThat(ReadModelHash.withoutSystemLog(connection)).isEqualTo(live);
        }
    }

    @Test
    void while_a_projection_is_rebuilt_again_and_again_no_reader_notices() throws Exception {
        String customer = "unnoticed-" + System.nanoTime();
        api().post("/api/v1/customers", Map.of("key", customer, "name", "Busy")).expect(201);
        var rebuilding = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> numbers = threads.submit(() -> readNumbers(customer, rebuilding));
            Future<Integer> status = threads.submit(() -> readStatus(rebuilding));
            var random = new Random(SEED);
            long position = 0;
            for (int rebuild = 0; rebuild < 4; rebuild++) {
                replay("usage").expect(202);
                for (int batch = 0; batch < 5; batch++) {
                    position = sms(customer, rebuild + "-" + batch, random);
                }
                waitFor(position);
            }
            rebuilding.set(false);

            assertThat(numbers.get()).as("reads").isGreaterThan(3);
            assertThat(status.get()).as("reads").isGreaterThan(3);
            assertThat(segments(customer, position)).isEqualTo(4 * 5 * 50);
        }
    }

    @Test
    void of_two_who_ask_at_once_one_is_refused_and_the_rebuild_can_be_cancelled() throws Exception {
        waitFor(replay("directory").expect(202).position());
        try (var connection = database().connection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holdSwaps(connection);
            Future<Api.Answer> first = threads.submit(() -> replay("directory"));
            Future<Api.Answer> second = threads.submit(() -> replay("directory"));
            assertThat(List.of(first.get().status(), second.get().status()))
                    .containsExactlyInAnyOrder(202, 409);
            replay("directory").expectProblem(409, "replay_running");

            JsonNode shown = projection("directory");
            assertThat(shown.get("status").asString()).isEqualTo("replaying");
            assertThat(shown.get("replaying").asBoolean()).isTrue();
            assertThat(shown.get("segments").asInt()).isEqualTo(1);
            assertThat(shown.get("replay").get("startedAt").isString()).isTrue();
            assertThat(shown.get("replay").get("entriesPerSecond").isNumber()).isTrue();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        JsonNode rebuild = projection("directory").get("replay");
                        assertThat(rebuild.get("progress").asDouble()).isEqualTo(1);
                        assertThat(rebuild.get("secondsLeft").asLong()).isZero();
                    });

            cancel("directory").expect(204);
            cancel("directory").expectProblem(404, "replay_not_found");
            assertThat(projection("directory").get("replay").isNull()).isTrue();
            connection.rollback();
        }
        assertThat(projection("directory").get("status").asString()).isEqualTo("running");
    }

    /// A swap needs the row of the live generation.
    private static void holdSwaps(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    select 1 from read_model.projection_generation
                    where projection = 'directory' and state = 'live' for update
                    """);
        }
    }

    private Api.Answer replay(String projection) {
        return api().post(
                        "/api/v1/admin/projections/" + projection + "/replay",
                        Map.of("reason", "the test of replay"));
    }

    private Api.Answer cancel(String projection) {
        return api().send(
                        "DELETE",
                        "/api/v1/admin/projections/" + projection + "/replay",
                        "application/json",
                        new byte[0]);
    }

    private JsonNode projection(String name) {
        for (JsonNode projection : api().get("/api/v1/admin/projections").expect(200).json()) {
            if (projection.get("name").asString().equals(name)) {
                return projection;
            }
        }
        throw new AssertionError("no projection " + name);
    }

    private int readNumbers(String customer, AtomicBoolean rebuilding) {
        int reads = 0;
        long last = 0;
        for (; rebuilding.get(); reads++) {
            long now = segments(customer, 0);
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
        return reads;
    }

    private int readStatus(AtomicBoolean rebuilding) {
        int reads = 0;
        Map<String, Long> last = new HashMap<>();
        for (; rebuilding.get(); reads++) {
            for (JsonNode shown : api().get("/api/v1/admin/projections").expect(200).json()) {
                String name = shown.get("name").asString();
                long position = shown.get("position").asLong();
                assertThat(shown.get("status").asString()).isNotEqualTo("stopped");
                assertThat(position).isGreaterThanOrEqualTo(last.getOrDefault(name, 0L));
                last.put(name, position);
            }
        }
        return reads;
    }

    private long segments(String customer, long position) {
        JsonNode usage =
                api().getAfter(position, "/api/v1/customers/" + customer + "/usage")
                        .expect(200)
                        .json();
        for (JsonNode meter : usage.get("meters")) {
            if (meter.get("meter").asString().equals("sms_segments")) {
                return new BigDecimal(meter.get("quantity").asString()).longValueExact();
            }
        }
        throw new AssertionError("no segments");
    }

    private long sms(String customer, String batch, Random random) {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.add(
                    Map.of(
                            "specversion",
                            "1.0",
                            "id",
                            batch + "-" + i,
                            "source",
                            "/unnoticed",
                            "type",
                            "sms.sent",
                            "subject",
                            customer,
                            "time",
                            START.minusSeconds(random.nextInt(24 * 3600)).toString(),
                            "data",
                            Map.of("segments", 1)));
        }
        return api().post("/api/v1/events", events).expect(200).position();
    }

    @Test
    void a_replay_needs_an_operator_a_known_name_and_a_reason() {
        api().post("/api/v1/admin/projections/usage/replay", Map.of())
                .expectProblem(400, "invalid_request");
        replay("nothing").expectProblem(404, "projection_not_found");
        cancel("nothing").expectProblem(404, "projection_not_found");
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
        keys("/api/v1/customers/" + customer);
        keys("/api/v1/partners/default");
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

    private void keys(String owner) {
        var key = Map.of("name", "Replayed", "permissions", List.of("read", "write"));
        api().post(owner + "/api-keys", key).expect(201);
        var revoked = api().post(owner + "/api-keys", key).expect(201).json();
        api().delete(owner + "/api-keys/" + revoked.get("id").asString()).expect(204);
    }

    private static Map<String, Object> event(String customer, String id, Random random) {
        String contact = "c-" + random.nextInt(40);
        String number = "+1415555010" + random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 5 ->
                    event(
                            customer,
                            id,
                            random,
                            "contact.number.enriched",
                            Map.of("contactId", contact, "newNumber", number));
            case 6 ->
                    event(
                            customer,
                            id,
                            random,
                            random.nextBoolean()
                                    ? "contact.number.flagged"
                                    : "contact.number.unflagged",
                            Map.of("contactId", contact, "number", number));
            case 7 ->
                    event(
                            customer,
                            id,
                            random,
                            "voice.call.completed",
                            Map.of(
                                    "callId",
                                    id,
                                    "durationSeconds",
                                    60,
                                    "direction",
                                    "out",
                                    "contactId",
                                    contact,
                                    "to",
                                    number,
                                    "outcome",
                                    "success"));
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
