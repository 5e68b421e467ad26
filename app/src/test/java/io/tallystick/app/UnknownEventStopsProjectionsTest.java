package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.eventstore.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// A fact that this version does not know, as after a downgrade: whoever went on without it would
/// show wrong numbers and never notice.
class UnknownEventStopsProjectionsTest {

    private final TestDatabase database = TestDatabase.with();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Several attempts of Axon, which waits one second before the second and twice as long before
    /// each further one.
    private static final Duration ATTEMPTS = Duration.ofSeconds(8);

    /// It is started by hand: a second context of the test framework would pause the one that the
    /// other tests share, and Axon's projections start only once.
    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TallystickApplication.class)
                .run(
                        "--server.port=0",
                        "--TALLYSTICK_DATABASE_URL=" + database.url(),
                        "--TALLYSTICK_ADMIN_KEY=" + RunningApplication.KEY,
                        "--TALLYSTICK_ADMIN_PASSWORD=" + RunningApplication.PASSWORD);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void projections_stop_before_a_fact_that_they_do_not_know_and_events_are_still_taken()
            throws Exception {
        try (var application = start()) {
            int port =
                    application
                            .getEnvironment()
                            .getRequiredProperty("local.server.port", Integer.class);
            stopBeforeTheUnknown(new Api(port, RunningApplication.KEY));
        }
    }

    private void stopBeforeTheUnknown(Api api) throws SQLException {
        api.post("/api/v1/customers", Map.of("key", "ada", "name", "Ada")).expect(201);
        long before = api.post("/api/v1/events", List.of(call("before"))).expect(200).position();
        waitUntilAll(api, "running", before);

        long unknown = appendFactOfTheFuture();
        assertThat(unknown).isEqualTo(before + 1);
        long after = api.post("/api/v1/events", List.of(call("after"))).expect(200).position();
        assertThat(after).isEqualTo(unknown + 1);

        waitUntilAll(api, "stopped", before);
        await().during(ATTEMPTS)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> allAre(api, "stopped", before));

        api.post("/api/v1/events", List.of(call("later"))).expect(200);
        api.post("/api/v1/customers", Map.of("key", "bob", "name", "Bob")).expect(201);
        assertThat(minutes(api)).isEqualTo("1");
        api.getAfter(after, "/api/v1/customers/ada/usage").expect(503);
        rebuildStopsThereToo(api, before);
    }

    private void rebuildStopsThereToo(Api api, long before) throws SQLException {
        api.post("/api/v1/admin/projections/usage/replay", Map.of("reason", "hope")).expect(202);

        await().during(ATTEMPTS)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    allAre(api, "stopped", before);
                    assertThat(minutes(api)).isEqualTo("1");
                });
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select max(position) from read_model.projection_segment")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(before);
        }
    }

    private static void waitUntilAll(Api api, String status, long position) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> allAre(api, status, position));
    }

    private static void allAre(Api api, String status, long position) {
        JsonNode projections = api.get("/api/v1/admin/projections").expect(200).json();
        assertThat(projections).isNotEmpty();
        for (JsonNode projection : projections) {
            assertThat(projection.get("position").asLong())
                    .as(projection.toString())
                    .isEqualTo(position);
            assertThat(projection.get("status").asString())
                    .as(projection.toString())
                    .isEqualTo(status);
        }
    }

    /// As far as the projection has come: what was written since is never included.
    private static String minutes(Api api) {
        for (JsonNode meter :
                api.getAfter(0, "/api/v1/customers/ada/usage").expect(200).json().get("meters")) {
            if (meter.get("meter").asString().equals("voice_minutes")) {
                return new BigDecimal(meter.get("quantity").asString())
                        .stripTrailingZeros()
                        .toPlainString();
            }
        }
        throw new AssertionError("no voice minutes");
    }

    private static Map<String, Object> call(String id) {
        return Map.of(
                "specversion", "1.0",
                "id", id,
                "source", "/future",
                "type", "voice.call.completed",
                "subject", "ada",
                "time", Instant.now().toString(),
                "data", Map.of("callId", id, "durationSeconds", 60));
    }

    private long appendFactOfTheFuture() throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                insert into event_log.entry
                                  (position, kind, id, type, revision, payload, metadata, message_at)
                                select max(position) + 1, 'fact', 'future-1', 'future.Something', '1',
                                       '{}', '{}', now()
                                from event_log.entry
                                returning position
                                """)) {
            row.next();
            return row.getLong(1);
        }
    }
}
