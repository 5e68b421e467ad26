package io.tallystick.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.Api.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A request without parameters takes the short way to the endpoint, one with parameters goes
/// through Spring MVC. Nobody can tell from the answer.
class EventsLaneTest extends RunningApplication {

    private static final String SHORT = "/api/v1/events";
    private static final String LONG = "/api/v1/events?dryRun=false";

    /// They differ from one answer to the next, or with when the length of the body is known.
    private static final Set<String> OF_ITS_OWN =
            Set.of(
                    "tallystick-request",
                    "date",
                    "tallystick-position",
                    "content-length",
                    "transfer-encoding",
                    "vary");

    private static final String EVENT =
            """
            {"specversion":"1.0","id":"%s","source":"lane","type":"email.sent","subject":"lane","data":{"recipients":%s}}\
            """;

    @BeforeEach
    void customer() {
        api().post("/api/v1/customers", Map.of("key", "lane", "name", "Lane"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{\"id\":7}", "\"\\ud800\""})
    void a_body_that_is_no_event_is_refused_alike(String body) {
        assertAlike(send(SHORT, body), send(LONG, body));
    }

    @Test
    void what_is_stored_and_what_was_stored_is_answered_alike() {
        assertAlike(send(SHORT, EVENT.formatted("s1", 1)), send(LONG, EVENT.formatted("l1", 1)));
        assertAlike(send(SHORT, EVENT.formatted("s1", 1)), send(LONG, EVENT.formatted("s1", 1)));
        assertAlike(send(SHORT, EVENT.formatted("s1", 2)), send(LONG, EVENT.formatted("s1", 2)));
        assertAlike(
                send(SHORT, EVENT.formatted("s2", 1), "Prefer", "return=minimal"),
                send(LONG, EVENT.formatted("l2", 1), "Prefer", "return=minimal"));
    }

    @Test
    void a_mix_is_answered_alike() {
        String invalid = EVENT.formatted("bad", "\"many\"");

        assertAlike(
                send(SHORT, "[" + EVENT.formatted("s3", 1) + "," + invalid + "]"),
                send(LONG, "[" + EVENT.formatted("l3", 1) + "," + invalid + "]"));
    }

    @Test
    void another_content_type_is_refused_alike() {
        assertAlike(
                api().send("POST", SHORT, "text/plain", "x".getBytes(UTF_8)),
                api().send("POST", LONG, "text/plain", "x".getBytes(UTF_8)));
    }

    @Test
    void whoever_is_unknown_is_refused_alike() {
        for (Api stranger : List.of(api().withoutKey(), api().withKey("of-nobody"))) {
            assertAlike(
                    stranger.send("POST", SHORT, "application/json", "[]".getBytes(UTF_8)),
                    stranger.send("POST", LONG, "application/json", "[]".getBytes(UTF_8)));
        }
    }

    private Answer send(String path, String body, String... headers) {
        return api().send("POST", path, "application/json", body.getBytes(UTF_8), headers);
    }

    private static void assertAlike(Answer one, Answer other) {
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(headers(one)).isEqualTo(headers(other));
        assertThat(withoutItsOwn(one)).isEqualTo(withoutItsOwn(other));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<String, List<String>>(answer.raw().headers().map());
        headers.keySet().removeAll(OF_ITS_OWN);
        return headers;
    }

    private static Map<?, ?> withoutItsOwn(Answer answer) {
        if (answer.body().isEmpty()) {
            return Map.of();
        }
        String body =
                answer.body()
                        .replaceAll("\"position\":[0-9]+", "\"position\":0")
                        .replaceAll("\"id\":\"[sl][0-9]\"", "\"id\":\"\"");
        Map<?, ?> fields = new HashMap<>(Api.JSON.readValue(body, Map.class));
        fields.remove("traceId");
        return fields;
    }
}
