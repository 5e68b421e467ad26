package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.log.AccessFlush;
import io.tallystick.eventstore.LogHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Whoever reads is in the log, and so is whoever is refused: once a minute, with an exact count.
class AccessRecordsTest extends RunningApplication {

    private static final String INSTALLATION = "/api/v1/system-log?installation=true";

    @Autowired private AccessFlush accesses;
    @Autowired private LogHead head;
    @Autowired private People people;

    private final String key = "asked-" + System.nanoTime();
    private final String customer = "/api/v1/customers/" + key;
    private final String log = customer + "/system-log";

    @BeforeEach
    void aCustomer() {
        api().post("/api/v1/customers", Map.of("key", key, "name", "Asked")).expect(201);
        accesses.flush();
    }

    @Test
    void a_denied_request_is_in_the_log_of_whoever_sent_it() {
        Api reader = api().withKey(issued("read"));
        String traceId =
                reader.patch(customer, Map.of("name", "No"), "User-Agent", "a curious one")
                        .expectProblem(403, "permission_missing")
                        .json()
                        .get("traceId")
                        .asString();

        JsonNode item = only("access.Denied", log + "?type=api_call");
        assertThat(item.get("outcome").asString()).isEqualTo("denied");
        assertThat(item.get("type").asString()).isEqualTo("api_call");
        assertThat(item.get("actor").get("type").asString()).isEqualTo("customer");
        assertThat(item.get("summary").asString())
                .isEqualTo(
                        "Was refused once for want of a right: PATCH /api/v1/customers/{customer}.");
        JsonNode entry = api().get(log + "/" + item.get("id").asString()).expect(200).json();
        assertThat(entry.get("requestId").asString()).isEqualTo(traceId);
        assertThat(entry.get("userAgent").asString()).isEqualTo("a curious one");
        assertThat(entry.get("keyId").asString())
                .isEqualTo(entry.get("actor").get("id").asString());
    }

    @Test
    void reads_are_counted_and_what_is_foreign_is_asked_in_vain() {
        Api reader = api().withKey(issued("read", "admin"));
        for (int i = 0; i < 42; i++) {
            reader.get(customer).expect(200);
        }
        String foreign = key + "-2";
        api().post("/api/v1/customers", Map.of("key", foreign, "name", "Foreign")).expect(201);
        reader.get("/api/v1/customers/" + foreign).expect(404);
        reader.get("/api/v1/customers/nobody").expect(404);

        List<JsonNode> items = items(log + "?type=api_call");
        assertThat(items)
                .extracting(item -> item.get("summary").asString())
                .contains(
                        "Read 42 times: GET /api/v1/customers/{customer}.",
                        "Asked 2 times for what was not there: GET /api/v1/customers/{customer}.");
        assertThat(items("/api/v1/customers/" + foreign + "/system-log?type=api_call")).isEmpty();
    }

    @Test
    void ten_thousand_refusals_of_one_address_are_one_line() throws Exception {
        String address = "198.51.100.7";
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Api stranger = api().withKey("guessed-" + thread);
                sent.add(
                        threads.submit(() -> {
                            for (int i = 0; i < 1_250; i++) {
                                stranger.get(customer, "X-Forwarded-For", address).expect(401);
                            }
                        }));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }

        JsonNode item = only("access.Unauthenticated", INSTALLATION + "&actor=" + address);
        assertThat(item.get("count").asLong()).isEqualTo(10_000);
        assertThat(item.get("target").get("label").asString()).isEqualTo("GET /api/**");
        assertThat(items(log + "?type=api_call")).isEmpty();
    }

    @Test
    void a_spent_budget_is_told_of_the_key_that_spent_it() {
        Api busy = api().withKey(issued("read"));
        int limited = 0;
        for (int i = 0; i < 220; i++) {
            limited += busy.get("/api/v1/me").status() == 429 ? 1 : 0;
        }

        assertThat(limited).isPositive();
        JsonNode item = only("access.Limited", log + "?type=api_call");
        assertThat(item.get("count").asInt()).isEqualTo(limited);
        assertThat(item.get("actor").get("type").asString()).isEqualTo("customer");
    }

    @Test
    void who_fails_to_sign_in_is_in_the_log_of_the_account_and_the_password_is_nowhere() {
        String email = people.member(api(), key, "admin");
        for (int i = 0; i < 3; i++) {
            signIn(email, "wrong-password-" + i);
        }

        JsonNode item = only("access.SignInFailed", log + "?type=login");
        assertThat(item.get("summary").asString())
                .isEqualTo("Failed 3 times to sign in: " + email + ".");
        assertThat(item.get("outcome").asString()).isEqualTo("failed");
        assertThat(item.get("actor").get("type").asString()).isEqualTo("stranger");
        assertThat(item.get("actor").get("label").asString()).isEqualTo("203.0.113.9");
        assertThat(people.chunks()).noneMatch(chunk -> chunk.contains("wrong-password"));
    }

    @Test
    void what_was_typed_instead_of_a_login_is_not_written_down() {
        String typed = "my-secret-" + key;
        signIn(typed, "x");
        signIn(typed + "@example.com", "x");

        assertThat(items(INSTALLATION + "&type=login&actor=203.0.113.9"))
                .extracting(item -> item.get("target").get("label").asString())
                .contains("an account that there is not");
        assertThat(people.chunks()).noneMatch(chunk -> chunk.contains(typed));
    }

    @Test
    void pages_are_read_by_people() {
        String email = people.member(api(), key, "admin");
        var browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
        browser.get("/customers/" + key).expect(200);
        browser.get("/customers/nobody").expect(404);

        assertThat(items(log + "?type=api_call"))
                .extracting(item -> item.get("summary").asString())
                .contains(
                        "Read once: GET /customers/{customer}.",
                        "Asked once for what was not there: GET /customers/{customer}.");
    }

    @Test
    void a_request_that_was_refused_is_found_by_its_trace_id() {
        String traceId =
                api().withKey(issued("read"))
                        .patch(customer, Map.of("name", "No"))
                        .expectProblem(403, "permission_missing")
                        .json()
                        .get("traceId")
                        .asString();

        JsonNode item = only("access.Denied", log + "?requestId=" + traceId);
        assertThat(item.get("target").get("id").asString())
                .isEqualTo("PATCH /api/v1/customers/{customer}");
    }

    @Test
    void a_request_that_brought_usage_is_found_by_its_id() {
        String secret = issued("write");
        Api.Answer reported =
                api().withKey(secret).post("/api/v1/events", OneSms.of(key, "/asked", key));
        String requestId =
                reported.expect(200).raw().headers().firstValue("Tallystick-Request").orElseThrow();

        JsonNode item = only("usage.Reported", log + "?requestId=" + requestId);
        assertThat(item.get("summary").asString()).isEqualTo("Reported one event.");
        assertThat(item.get("position").asLong()).isEqualTo(reported.position());
        assertThat(item.get("actor").get("label").asString()).isEqualTo("Reader");
        JsonNode entry = api().get(log + "/" + item.get("id").asString()).expect(200).json();
        assertThat(entry.get("requestId").asString()).isEqualTo(requestId);
        assertThat(entry.get("ip").asString()).isNotEmpty();

        String foreign = key + "-2";
        api().post("/api/v1/customers", Map.of("key", foreign, "name", "Foreign")).expect(201);
        String elsewhere = "/api/v1/customers/" + foreign + "/system-log";
        assertThat(items(elsewhere + "?requestId=" + requestId)).isEmpty();
        api().get(elsewhere + "/" + item.get("id").asString()).expect(404);
    }

    private void signIn(String login, String password) {
        var browser = new Browser(api().base());
        browser.from("203.0.113.9");
        assertThat(browser.signIn(login, password).location()).contains("/login?");
    }

    private String issued(String... permissions) {
        return api().post(
                        customer + "/api-keys",
                        Map.of("name", "Reader", "permissions", List.of(permissions)))
                .expect(201)
                .json()
                .get("secret")
                .asString();
    }

    private JsonNode only(String action, String path) {
        List<JsonNode> found =
                items(path).stream()
                        .filter(item -> item.get("action").asString().equals(action))
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /// What the log has once everything that was asked is in it.
    private List<JsonNode> items(String path) {
        accesses.flush();
        List<JsonNode> items = new ArrayList<>();
        api().getAfter(head.refresh(), path).expect(200).json().get("items").forEach(items::add);
        return items;
    }
}
