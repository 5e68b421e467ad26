package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What is set for a customer's usage holds for the usage that comes in from then on.
@SuppressWarnings("NullAway.Init")
class UsageSettingsTest extends RunningApplication {

    private static final Map<String, Integer> BY_MINUTE =
            Map.of("voiceInitialSeconds", 60, "voiceStepSeconds", 60);

    @Autowired private Clock clock;

    private SectionsApi settings;

    /// Facts are as old as the events of a test.
    @BeforeEach
    void customer() {
        GenericEventMessage.clock = clock;
        settings = SectionsApi.of(api());
    }

    @AfterEach
    void now_is_now() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    @Test
    void calls_are_billed_by_the_increment_that_held_at_their_end() {
        Instant before = now().minusSeconds(1);
        call(before, 80);
        settings.change("usage", BY_MINUTE).expect(200);
        Instant after = now();
        call(before, 80);
        long position = call(after, 80);

        // One before the change, one that is late, and one of the time since.
        assertThat(minutes(position, "")).containsExactly("5");
        assertThat(minutes(position, "").getFirst())
                .isEqualTo(sum(minutes(position, "&windowSize=MINUTE")));
    }

    @Test
    void a_rebuild_bills_each_call_as_it_was_billed() {
        call(now(), 10);
        settings.change("usage", BY_MINUTE).expect(200);
        call(now(), 10);
        settings.change("usage", Map.of("voiceInitialSeconds", 1, "voiceStepSeconds", 1))
                .expect(200);
        call(now(), 12);
        long generation = generation();
        long position =
                api().post("/api/v1/admin/projections/usage/replay", Map.of("reason", "tests"))
                        .expect(202)
                        .position();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(generation()).isGreaterThan(generation));

        // Half a minute, a minute and a fifth of one.
        assertThat(minutes(position, "")).containsExactly("1.7");
    }

    @Test
    void a_customer_may_have_a_late_limit_of_its_own() {
        Instant old = now().minus(Duration.ofDays(3));
        send(old, 10).expect(200);
        settings.change("usage", Map.of("lateLimitDays", 2)).expect(200);

        JsonNode refused = send(old, 10).expectProblem(400, "invalid_events").json();

        assertThat(refused.at("/results/0/error/code").asString()).isEqualTo("time_too_old");
        assertThat(refused.at("/results/0/error/detail").asString())
                .isEqualTo("The time is more than 2 days ago.");

        settings.change("usage", Map.of("lateLimitDays", 60)).expect(200);
        send(now().minus(Duration.ofDays(59)), 10).expect(200);
        send(now().minus(Duration.ofDays(61)), 10).expectProblem(400, "invalid_events");
    }

    private long generation() {
        return api().get("/api/v1/admin/projections")
                .expect(200)
                .json()
                .valueStream()
                .filter(projection -> projection.get("name").asString().equals("usage"))
                .findFirst()
                .orElseThrow()
                .get("generation")
                .asLong();
    }

    private Instant now() {
        return clock.instant();
    }

    private long call(Instant end, int seconds) {
        return send(end, seconds).expect(200).position();
    }

    private Api.Answer send(Instant end, int seconds) {
        String id = UUID.randomUUID().toString();
        return api().post(
                        "/api/v1/events",
                        Map.of(
                                "specversion",
                                "1.0",
                                "id",
                                id,
                                "source",
                                "tests",
                                "type",
                                "voice.call.completed",
                                "subject",
                                settings.customer(),
                                "time",
                                end.toString(),
                                "data",
                                Map.of("callId", id, "durationSeconds", seconds)));
    }

    private List<String> minutes(long position, String window) {
        String query =
                "/api/v1/meters/voice_minutes/query?subject=%s&from=%s%s"
                        .formatted(settings.customer(), now().minus(Duration.ofHours(20)), window);
        return api().getAfter(position, query)
                .expect(200)
                .json()
                .get("data")
                .valueStream()
                .map(each -> each.get("value").decimalValue().toPlainString())
                .toList();
    }

    private static String sum(List<String> values) {
        return values.stream()
                .map(BigDecimal::new)
                .reduce(java.math.BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
