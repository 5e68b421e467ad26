package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.app.WebhookReceiver.Taken;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Webhook endpoints and what is told to them, as API clients and receivers see it.
@SuppressWarnings("NullAway.Init")
class WebhooksTest extends RunningApplication {

    private static final List<String> BOTH = List.of("credits.low", "credits.exhausted");
    private static final String ELSEWHERE = "https://hooks.example.com/in";

    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;

    private final WebhookReceiver receiver = new WebhookReceiver();
    private SectionsApi settings;
    private String path;

    @BeforeEach
    void a_customer_that_is_told_when_credits_run_low() {
        // Facts are as young as the usage that they are compared with.
        GenericEventMessage.clock = clock;
        settings = SectionsApi.of(api());
        path = settings.path() + "/webhook-endpoints";
    }

    @AfterEach
    void now_is_now() {
        GenericEventMessage.clock = Clock.systemUTC();
        receiver.close();
    }

    @Test
    void an_endpoint_is_told_signed_when_credits_run_low_and_when_none_are_left() {
        String secret = add(receiver.url(), BOTH).get("secret").asString();
        chargedIn(100);
        sms(60);
        sms(60);

        List<Taken> taken = awaitTaken(2);

        assertThat(taken).allMatch(each -> each.isSignedWith(secret));
        JsonNode low = of(taken, "credits.low");
        assertThat(low.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(low.get("data").propertyNames())
                .containsExactly("customerId", "customer", "threshold", "balance", "lowest");
        assertThat(low.at("/data/customer").asString()).isEqualTo(settings.customer());
        assertThat(low.at("/data/threshold").asString()).isEqualTo("50");
        assertThat(low.at("/data/balance").asString()).isEqualTo("40");
        assertThat(of(taken, "credits.exhausted").at("/data/balance").asString()).isEqualTo("0");
        assertThat(taken).extracting(Taken::id).doesNotHaveDuplicates();
    }

    private static JsonNode of(List<Taken> taken, String type) {
        return taken.stream()
                .map(Taken::json)
                .filter(each -> each.get("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_endpoint_is_told_what_it_asked_for_and_its_log_says_what_became_of_it() {
        String id = id(add(receiver.url(), List.of("credits.exhausted")));
        chargedIn(10);
        sms(20);

        Taken taken = awaitTaken(1).getFirst();

        assertThat(taken.json().get("type").asString()).isEqualTo("credits.exhausted");
        JsonNode delivery = awaitState(id, "delivered");
        assertThat(delivery.get("webhookId").asString()).isEqualTo(taken.id());
        assertThat(delivery.get("attempts").asInt()).isEqualTo(1);
        assertThat(delivery.get("status").asInt()).isEqualTo(204);
        assertThat(delivery.get("durationMilliseconds").asInt()).isNotNegative();
        assertThat(delivery.get("nextAttemptAt").isNull()).isTrue();
    }

    @Test
    void what_failed_waits_and_is_sent_again_by_hand_under_the_same_id() {
        receiver.answer(500);
        String id = id(add(receiver.url(), List.of("credits.exhausted")));
        chargedIn(10);
        sms(20);
        awaitTaken(1);
        await().until(() -> deliveries(id).getFirst().get("attempts").asInt() == 1);
        JsonNode failed = deliveries(id).getFirst();
        assertThat(failed.get("state").asString()).isEqualTo("pending");
        assertThat(failed.get("status").asInt()).isEqualTo(500);
        assertThat(failed.get("nextAttemptAt").asString())
                .isGreaterThan(failed.get("attemptedAt").asString());

        receiver.answer(200);
        resend(id, failed.get("id").asString()).expect(202);
        awaitState(id, "delivered");
        // What arrived can be wanted once more.
        resend(id, failed.get("id").asString()).expect(202);

        assertThat(awaitTaken(3)).extracting(Taken::id).containsOnly(receiver.taken().get(0).id());
    }

    @Test
    void who_answers_that_it_is_gone_is_told_nothing_until_somebody_enables_it() {
        receiver.answer(410);
        String id = id(add(receiver.url(), List.of("credits.exhausted")));
        chargedIn(10);
        sms(20);

        await().untilAsserted(() -> {
            JsonNode endpoint = api().get(path + "/" + id).expect(200).json();
            assertThat(endpoint.get("enabled").asBoolean()).isFalse();
            assertThat(endpoint.get("disabledReason").asString()).isEqualTo("gone");
        });
        assertThat(facts("webhooks.WebhookEndpointDisabled")).isEqualTo(1);
        String delivery = awaitState(id, "failed").get("id").asString();
        resend(id, delivery).expectProblem(409, "webhook_endpoint_disabled");

        receiver.answer(204);
        JsonNode enabled = change(id, Map.of("enabled", true)).expect(200).json();
        assertThat(enabled.get("disabledReason").isNull()).isTrue();
        resend(id, delivery).expect(202);
        awaitState(id, "delivered");
        assertThat(receiver.taken()).hasSize(2);
    }

    @Test
    void an_endpoint_that_is_disabled_by_hand_is_told_nothing_that_happens_meanwhile() {
        receiver.answer(500);
        String id = id(add(receiver.url(), BOTH));
        chargedIn(10);
        sms(20);
        await().until(() -> deliveries(id).size() == 2);
        change(id, Map.of("enabled", false)).expect(200);
        // A second time changes nothing.
        change(id, Map.of("enabled", false)).expect(200);

        assertThat(deliveries(id))
                .allMatch(each -> each.get("state").asString().equals("cancelled"));
        assertThat(facts("webhooks.WebhookEndpointChanged")).isEqualTo(1);
        grant("100");
        awaitGroup(sms(200));
        awaitGroup(sms(1));
        assertThat(deliveries(id)).hasSize(2);
    }

    @Test
    void another_run_over_the_log_sends_nothing() {
        add(receiver.url(), BOTH);
        chargedIn(10);
        sms(20);
        awaitTaken(2);

        jdbc.sql("update work.log_group set position = 0 where name = 'webhooks'").update();
        awaitGroup(sms(1));

        assertThat(
                        jdbc.sql(
                                        "select count(*) from work.webhook_delivery where customer_id = "
                                                + "(select customer_id from work.customer where key = ?)")
                                .param(settings.customer())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
        assertThat(receiver.taken()).hasSize(2);
    }

    @Test
    void what_happened_before_an_endpoint_was_there_is_told_to_nobody() {
        chargedIn(10);
        awaitGroup(sms(20));
        String id = id(add(receiver.url(), BOTH));

        jdbc.sql("update work.log_group set position = 0 where name = 'webhooks'").update();
        awaitGroup(sms(1));

        assertThat(facts("credits.CreditsExhausted")).isEqualTo(1);
        assertThat(deliveries(id)).isEmpty();
        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_demo() {
        String key = "demo-" + UUID.randomUUID();
        api().post("/api/v1/customers", Map.of("key", key, "name", "Demo", "demo", true))
                .expect(201);
        settings = new SectionsApi(api(), key);
        path = settings.path() + "/webhook-endpoints";
        String id = id(add(receiver.url(), BOTH));
        chargedIn(10);
        awaitGroup(sms(20));
        // The fact is behind the usage, and this behind the fact.
        awaitGroup(sms(1));

        assertThat(facts("credits.CreditsExhausted")).isEqualTo(1);
        assertThat(deliveries(id)).isEmpty();
        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void a_rotated_secret_and_the_one_before_both_hold_for_a_day() {
        JsonNode added = add(receiver.url(), List.of("credits.exhausted"));
        String first = added.get("secret").asString();
        JsonNode rotated = rotate(id(added));
        String second = rotated.get("secret").asString();
        chargedIn(10);
        sms(20);

        Taken taken = awaitTaken(1).getFirst();
        assertThat(taken.isSignedWith(first)).isTrue();
        assertThat(taken.isSignedWith(second)).isTrue();
        assertThat(rotated.get("previousEndsAt").asString()).endsWith("Z");

        // There are never three.
        String third = rotate(id(added)).get("secret").asString();
        resend(id(added), awaitState(id(added), "delivered").get("id").asString()).expect(202);
        Taken again = awaitTaken(2).get(1);
        assertThat(again.isSignedWith(first)).isFalse();
        assertThat(again.isSignedWith(second)).isTrue();
        assertThat(again.isSignedWith(third)).isTrue();
    }

    @Test
    void a_secret_is_shown_once_and_is_in_no_fact_and_no_list() {
        JsonNode added = add(ELSEWHERE, BOTH);
        String first = added.get("secret").asString();
        String second = rotate(id(added)).get("secret").asString();

        assertThat(first).matches("whsec_[A-Za-z0-9+/]{43}=");
        for (String secret : List.of(first, second)) {
            assertThat(api().get(path).expect(200).body()).doesNotContain(secret);
            assertThat(api().get(path + "/" + id(added)).expect(200).body())
                    .doesNotContain("whsec_");
            assertThat(
                            jdbc.sql(
                                            """
                                            select count(*) from event_log.entry
                                            where convert_from(payload, 'UTF8') like '%' || :secret || '%'
                                               or convert_from(metadata, 'UTF8') like '%' || :secret || '%'
                                            """)
                                    .param("secret", secret)
                                    .query(Integer.class)
                                    .single())
                    .isZero();
        }
    }

    @Test
    void of_several_who_add_at_once_ten_are_let_in() throws Exception {
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 13; i++) {
                answers.add(threads.submit(() -> wish(ELSEWHERE, BOTH)));
            }
        }
        int added = 0;
        for (Future<Api.Answer> answer : answers) {
            if (answer.get().status() == 201) {
                added++;
            } else {
                answer.get().expectProblem(409, "webhook_endpoint_limit");
            }
        }
        assertThat(added).isEqualTo(10);
        JsonNode items = api().get(path).expect(200).json().get("items");
        assertThat(items).hasSize(10);

        api().delete(path + "/" + items.get(0).get("id").asString()).expect(204);
        wish(ELSEWHERE, BOTH).expect(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://hooks.example.com | credits.low | /url invalid_url",
                "https://eve@hooks.example.com | credits.low | /url invalid_url",
                "hooks.example.com | credits.low | /url invalid_url",
                "http://2130706433/in | credits.low | /url address_not_allowed",
                "http://127.1/in | credits.low | /url invalid_url",
                "'' | credits.low | /url required",
                "https://hooks.example.com | credits.high | /types unknown_value",
                "https://hooks.example.com | * | /types unknown_value"
            })
    void what_is_no_endpoint_is_refused_with_the_field(String url, String type, String fault) {
        JsonNode error =
                wish(url, List.of(type))
                        .expectProblem(400, "invalid_request")
                        .json()
                        .get("errors")
                        .get(0);

        assertThat(error.get("pointer").asString() + " " + error.get("code").asString())
                .isEqualTo(fault);
    }

    @Test
    void faults_are_named_at_once_and_a_description_is_one_line() {
        Api.Answer refused = api().post(path, Map.of("description", "a\u2028b"));

        assertThat(SectionsApi.codes(refused.expectProblem(400, "invalid_request")))
                .containsExactly("required", "required", "invalid_description");
    }

    @Test
    void an_endpoint_is_changed_and_what_is_left_out_stays() {
        String id = id(add(ELSEWHERE, BOTH));
        JsonNode changed =
                change(id, Map.of("types", List.of("credits.low"), "description", "Back office"))
                        .expect(200)
                        .json();

        assertThat(changed.get("url").asString()).isEqualTo(ELSEWHERE);
        assertThat(changed.get("types").get(0).asString()).isEqualTo("credits.low");
        assertThat(api().get(path + "/" + id).expect(200).json()).isEqualTo(changed);
        change(id, Map.of("url", "ftp://x")).expectProblem(400, "invalid_request");
        assertThat(
                        change(id, Map.of("description", ""))
                                .expect(200)
                                .json()
                                .get("description")
                                .isNull())
                .isTrue();
        change(id, Map.of()).expect(200);
        assertThat(facts("webhooks.WebhookEndpointChanged")).isEqualTo(2);
    }

    @Test
    void what_is_not_there_is_not_found() {
        String nobody = UUID.randomUUID().toString();
        String id = id(add(ELSEWHERE, BOTH));
        for (String none : List.of(nobody, "x")) {
            api().get(path + "/" + none).expectProblem(404, "webhook_endpoint_not_found");
            change(none, Map.of()).expectProblem(404, "webhook_endpoint_not_found");
            api().delete(path + "/" + none).expectProblem(404, "webhook_endpoint_not_found");
            resend(none, nobody).expectProblem(404, "webhook_endpoint_not_found");
            resend(id, none).expectProblem(404, "webhook_delivery_not_found");
        }
        api().delete(path + "/" + id).expect(204);
        api().delete(path + "/" + id).expectProblem(404, "webhook_endpoint_not_found");
        api().get(path + "/" + id + "/deliveries?cursor=x")
                .expectProblem(404, "webhook_endpoint_not_found");
    }

    @Test
    void the_log_of_deliveries_has_pages() {
        receiver.answer(500);
        String id = id(add(receiver.url(), BOTH));
        chargedIn(10);
        sms(20);
        await().until(() -> deliveries(id).size() == 2);

        String log = path + "/" + id + "/deliveries?limit=1";
        JsonNode first = api().get(log).expect(200).json();
        JsonNode second =
                api().get(log + "&cursor=" + first.get("nextCursor").asString()).expect(200).json();

        assertThat(first.get("items")).hasSize(1);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(first.at("/items/0/id")).isNotEqualTo(second.at("/items/0/id"));
        api().get(log + "x").expectProblem(400, "invalid_request");
        api().get(log + "&cursor=x").expectProblem(400, "invalid_request");
    }

    @Test
    void the_system_log_tells_of_all_of_it() {
        String id = id(add(ELSEWHERE, List.of("credits.low")));
        change(id, Map.of("enabled", false)).expect(200);
        rotate(id);
        long position = api().delete(path + "/" + id).expect(204).position();

        JsonNode log =
                api().getAfter(position, settings.path() + "/system-log?type=integration")
                        .expect(200)
                        .json();
        assertThat(log.get("items").findValuesAsString("summary"))
                .anyMatch(told -> told.contains(" has a new secret; the one before ends at "))
                .contains(
                        "The webhook endpoint " + ELSEWHERE + " was added for credits.low.",
                        "The webhook endpoint " + ELSEWHERE + " is told nothing.",
                        "The webhook endpoint " + ELSEWHERE + " was removed.");
    }

    private Api.Answer wish(String url, List<String> types) {
        return api().post(path, Map.of("url", url, "types", types));
    }

    private JsonNode add(String url, List<String> types) {
        return wish(url, types).expect(201).json();
    }

    private static String id(JsonNode endpoint) {
        return endpoint.get("id").asString();
    }

    private Api.Answer change(String id, Map<String, Object> fields) {
        return api().patch(path + "/" + id, fields);
    }

    private JsonNode rotate(String id) {
        return send(path + "/" + id + "/rotate").expect(200).json();
    }

    private Api.Answer resend(String id, String delivery) {
        return send(path + "/" + id + "/deliveries/" + delivery + "/resend");
    }

    private Api.Answer send(String to) {
        return api().send("POST", to, "application/json", new byte[0]);
    }

    private List<JsonNode> deliveries(String id) {
        List<JsonNode> found = new ArrayList<>();
        api().get(path + "/" + id + "/deliveries")
                .expect(200)
                .json()
                .get("items")
                .forEach(found::add);
        return found;
    }

    private JsonNode awaitState(String id, String state) {
        return await().until(
                        () -> deliveries(id).getFirst(),
                        delivery -> delivery.get("state").asString().equals(state));
    }

    private List<Taken> awaitTaken(int count) {
        await().untilAsserted(() -> assertThat(receiver.taken()).hasSize(count));
        return receiver.taken();
    }

    private void awaitGroup(long position) {
        await().untilAsserted(() ->
                assertThat(
                                jdbc.sql(
                                                "select min(position) from work.log_group where name in ('credits', 'webhooks')")
                                        .query(Long.class)
                                        .single())
                        .isGreaterThanOrEqualTo(position));
    }

    /// People are told at 50, where that is less than what is granted.
    private void chargedIn(int credits) {
        Map<String, Object> section = new HashMap<>();
        section.put("enabled", true);
        section.put("creditsPerSmsSegment", "1");
        section.put("notificationsEnabled", true);
        section.put("lowCreditThreshold", credits > 50 ? "50" : "5");
        settings.change("aiCredits", section).expect(200);
        grant(Integer.toString(credits));
    }

    private void grant(String amount) {
        api().post(settings.path() + "/credits/grants", Map.of("amount", amount)).expect(201);
    }

    private long sms(int segments) {
        Map<String, Object> event = new HashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", "tests");
        event.put("type", "sms.sent");
        event.put("subject", settings.customer());
        event.put("time", clock.instant().toString());
        event.put("data", Map.of("segments", segments));
        return api().post("/api/v1/events", event).expect(200).position();
    }

    private int facts(String type) {
        return jdbc.sql(
                        """
                        select count(*) from event_log.entry
                        where type = :type and convert_from(payload, 'UTF8')::jsonb ->> 'customerId' = (
                          select customer_id::text from work.customer where key = :key)
                        """)
                .param("type", type)
                .param("key", settings.customer())
                .query(Integer.class)
                .single();
    }
}
