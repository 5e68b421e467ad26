package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How fast a customer's keys may ask, and who says so.
class RateLimitsTest extends RunningApplication {

    @Test
    void the_hundred_and_first_request_of_all_keys_together_is_refused_and_usage_is_not() {
        Api first = key("limited", "read", "write");
        Api second = key("limited", "read");
        for (int request = 0; request < 100; request++) {
            var answer = (request % 2 == 0 ? first : second).get("/api/v1/customers").expect(200);
            assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("100");
            assertThat(header(answer, "X-RateLimit-Remaining"))
                    .isEqualTo(Integer.toString(99 - request));
        }

        for (Api key : List.of(first, second)) {
            var refused = key.get("/api/v1/customers").expectProblem(429, "rate_limited");
            assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"standard\";q=100;w=60");
            assertThat(header(refused, "RateLimit")).matches("\"standard\";r=0;t=[0-9]{1,2}");
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 60);
            assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
        }
        var counted = first.post("/api/v1/events", calls("limited", 2)).expect(200);
        assertThat(header(counted, "RateLimit-Policy"))
                .isEqualTo("\"standard-events\";q=100000;w=60");
        assertThat(header(counted, "X-RateLimit-Remaining")).isEqualTo("99998");
    }

    @Test
    void another_tier_holds_for_the_next_request() {
        Api key = key("upgraded", "read");
        for (int request = 0; request < 100; request++) {
            key.get("/api/v1/customers").expect(200);
        }
        key.get("/api/v1/customers").expectProblem(429, "rate_limited");

        change("upgraded", "0", Map.of("tier", "premium")).expect(200);

        var answer = key.get("/api/v1/customers").expect(200);
        assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("500");
        assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("399");
    }

    @Test
    void usage_beyond_its_budget_is_refused_whole_and_stores_nothing() {
        Api key = key("counted", "write", "read");
        change("counted", "0", Map.of("tier", "enterprise", "requestsPerMinute", 1)).expect(200);
        key.post("/api/v1/events", calls("counted", 9_000)).expect(200);

        key.post("/api/v1/events", calls("counted-again", 1_001))
                .expectProblem(429, "rate_limited");
        key.post("/api/v1/events", calls("counted", 1_000)).expect(200);
    }

    @Test
    void an_operator_and_a_partner_are_not_limited() {
        var answer = api().get("/api/v1/customers").expect(200);
        assertThat(answer.raw().headers().firstValue("RateLimit")).isEmpty();
        var issued =
                api().post(
                                "/api/v1/partners/default/api-keys",
                                Map.of("name", "Partner", "permissions", List.of("read")))
                        .expect(201);
        Api partner = api().withKey(issued.json().get("secret").asString());
        for (int request = 0; request < 110; request++) {
            partner.get("/api/v1/customers?limit=1").expect(200);
        }
    }

    @Test
    void limits_are_settings_with_a_version() {
        key("versions", "read");
        JsonNode before = settings("versions");
        assertThat(before.get("version").asLong()).isZero();
        assertThat(before.get("apiLimits").get("tier").asString()).isEqualTo("standard");

        change("versions", null, Map.of("tier", "premium"))
                .expectProblem(428, "precondition_required");
        change("versions", "x", Map.of("tier", "premium")).expectProblem(400, "invalid_request");
        change("versions", "3", Map.of("tier", "premium")).expectProblem(409, "settings_changed");
        var same = change("versions", "0", Map.of("tier", "standard")).expect(200);
        assertThat(same.json().get("version").asLong()).isZero();
        change("versions", "\"0\"", Map.of("tier", "enterprise"))
                .expectProblem(400, "invalid_request");
        change("versions", "0", Map.of("tier", "standard", "requestsPerMinute", 5))
                .expectProblem(400, "invalid_request");
        change("versions", "0", Map.of("tier", "gold")).expectProblem(400, "invalid_request");
        var changed =
                change("versions", "\"0\"", Map.of("tier", "enterprise", "requestsPerMinute", 700))
                        .expect(200);
        assertThat(changed.json().get("version").asLong()).isEqualTo(1);
        var again = change("versions", "1", Map.of("requestsPerMinute", 700)).expect(200);
        assertThat(again.json().get("version").asLong()).isEqualTo(1);
        change("versions", "0", Map.of("tier", "premium")).expectProblem(409, "settings_changed");

        JsonNode after = settings("versions");
        assertThat(after.get("version").asLong()).isEqualTo(1);
        assertThat(after.get("apiLimits").get("requestsPerMinute").asLong()).isEqualTo(700);
        assertThat(after.get("apiLimits").get("eventsPerMinute").asLong()).isEqualTo(700_000);
        var back = change("versions", "1", Map.of("tier", "standard")).expect(200);
        assertThat(back.json().get("requestsPerMinute").asLong()).isEqualTo(100);
    }

    @Test
    void a_customer_reads_its_limits_and_cannot_change_them() {
        Api admin = key("curious", "admin");
        key("stranger", "read");

        admin.get("/api/v1/customers/curious/settings").expect(200);
        admin.get("/api/v1/customers/stranger/settings").expectProblem(404, "customer_not_found");
        admin.patch(
                        "/api/v1/customers/curious/settings/apiLimits",
                        Map.of("tier", "premium"),
                        "If-Match",
                        "0")
                .expectProblem(403, "partner_only");
    }

    private Api.Answer change(
            String customer, @Nullable String version, Map<String, Object> limits) {
        String path = "/api/v1/customers/" + customer + "/settings/apiLimits";
        return version == null
                ? api().patch(path, limits)
                : api().patch(path, limits, "If-Match", version);
    }

    private JsonNode settings(String customer) {
        return api().get("/api/v1/customers/" + customer + "/settings").expect(200).json();
    }

    private Api key(String customer, String... permissions) {
        var created = api().post("/api/v1/customers", Map.of("key", customer, "name", customer));
        assertThat(created.status()).isIn(201, 409);
        var issued =
                api().post(
                                "/api/v1/customers/" + customer + "/api-keys",
                                Map.of("name", "Key", "permissions", List.of(permissions)))
                        .expect(201);
        return api().withKey(issued.json().get("secret").asString());
    }

    private static List<Object> calls(String id, int events) {
        List<Object> calls = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            var call = new HashMap<String, Object>();
            call.put("specversion", "1.0");
            call.put("id", id + i);
            call.put("source", "/limits");
            call.put("type", "sms.sent");
            call.put("subject", id.replace("-again", ""));
            call.put("data", Map.of("segments", 1));
            calls.add(call);
        }
        return calls;
    }

    private static String header(Api.Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("none");
    }
}
