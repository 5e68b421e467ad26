package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Credits, as API clients see them.
class CreditsTest extends RunningApplication {

    private static final Map<String, Object> ON =
            Map.of(
                    "enabled",
                    true,
                    "creditsPerMinute",
                    "2",
                    "creditsPerSmsSegment",
                    "0.5",
                    "creditsPerEmail",
                    "0.000001");

    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;
    private SectionsApi settings;

    @BeforeEach
    void aCustomer() {
        // Facts are as young as the usage that they are compared with.
        GenericEventMessage.clock = clock;
        settings = SectionsApi.of(api());
    }

    @AfterEach
    void now_is_now() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    @Test
    void usage_burns_what_was_granted() {
        on();
        grant("100");
        sms(3);
        long position = call("c-1", 61);

        JsonNode credits = credits(position);

        // Three segments, and a call of 61 seconds that is billed as one minute and a half.
        assertThat(credits.get("settled").asString()).isEqualTo("95.5");
        assertThat(credits.get("available").asString()).isEqualTo("95.5");
        assertThat(credits.get("overage").asString()).isEqualTo("0");
        assertThat(credits.get("position").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(credits.at("/lots/0/remaining").asString()).isEqualTo("95.5");
    }

    @Test
    void transactions_name_what_they_are_for_and_add_up_to_the_balance() {
        on();
        grant("10");
        sms(4);
        call("c-1", 30);
        deduct("1.5", false).expect(201);
        long position = sms(20);

        List<JsonNode> booked = transactions(position, 2);

        assertThat(booked)
                .extracting(each -> each.get("kind").asString())
                .containsExactly("usage", "deduction", "usage", "usage", "grant");
        JsonNode call = booked.get(2);
        assertThat(call.get("meter").asString()).isEqualTo("voice_minutes");
        assertThat(call.get("quantity").asString()).isEqualTo("0.5");
        assertThat(call.get("price").asString()).isEqualTo("2");
        assertThat(call.get("amount").asString()).isEqualTo("-1");
        assertThat(sum(booked, "amount")).isEqualTo(credits(position).get("settled").asString());
        assertThat(sum(booked, "overage")).isEqualTo(credits(position).get("overage").asString());
        // Of 10 credits 2, 1 and 1.5 were taken; ten more cost 4.5 too much.
        assertThat(credits(position).get("overage").asString()).isEqualTo("4.5");
        assertThat(booked.getFirst().get("position").asLong()).isEqualTo(position);
    }

    @Test
    void what_was_used_beyond_the_balance_is_paid_by_the_next_grant() {
        on();
        grant("1");
        sms(10);
        long position = grant("10");

        JsonNode credits = credits(position);

        assertThat(credits.get("settled").asString()).isEqualTo("6");
        assertThat(credits.get("overage").asString()).isEqualTo("0");
    }

    @Test
    void what_was_used_before_credits_were_on_costs_none() {
        Instant before = now().minusSeconds(5);
        on();
        grant("10");
        long position = send(before, "sms.sent", Map.of("segments", 2)).expect(200).position();

        assertThat(credits(position).get("settled").asString()).isEqualTo("10");
    }

    @Test
    void lots_pay_by_priority_then_by_what_expires_first() {
        on();
        String last = lot(grant(Map.of("amount", "5", "priority", 200)));
        String first = lot(grant(Map.of("amount", "5", "priority", 1)));
        String second = lot(grant(Map.of("amount", "5", "expiresAt", "2030-01-01T00:00:00Z")));
        String third = lot(grant(Map.of("amount", "5", "expiresAt", "2031-01-01T00:00:00Z")));
        long position = sms(22);

        Map<String, String> left = new HashMap<>();
        credits(position)
                .get("lots")
                .forEach(each ->
                        left.put(each.get("id").asString(), each.get("remaining").asString()));

        assertThat(left).isEqualTo(Map.of(last, "5", third, "4"));
        assertThat(left).doesNotContainKeys(first, second);
    }

    @Test
    void what_expires_is_gone_and_what_begins_later_pays_later() {
        on();
        // Over by the clock of the database, which is the one that counts.
        grant(Map.of("amount", "7", "expiresAt", now().plusSeconds(60).toString()));
        grant(Map.of("amount", "20", "effectiveAt", "2100-01-01T00:00:00Z"));
        grant("1");

        await().untilAsserted(() -> {
            assertThat(credits(0).get("settled").asString()).isEqualTo("1");
            assertThat(credits(0).get("lots"))
                    .extracting(each -> each.get("state").asString())
                    .containsExactly("active", "scheduled");
        });
        assertThat(transactions(0, 50))
                .extracting(each -> each.get("kind").asString())
                .containsExactlyInAnyOrder("grant", "grant", "expiry");
    }

    @Test
    void a_deduction_below_the_floor_is_refused_unless_it_is_overridden() {
        on();
        grant("5");

        deduct("5.000001", false).expectProblem(409, "below_floor");
        long position = deduct("6", true).expect(201).position();

        assertThat(credits(position).get("settled").asString()).isEqualTo("0");
        assertThat(credits(position).get("overage").asString()).isEqualTo("1");
        settings.change("aiCredits", Map.of("overdraft", "10")).expect(200);
        deduct("9", false).expect(201);
        deduct("0.000001", false).expectProblem(409, "below_floor");
    }

    @Test
    void a_hold_sets_credits_aside_until_it_ends() {
        on();
        grant("10");
        JsonNode hold = hold("c-1", "7").expect(201).json();

        assertThat(credits(0).get("held").asString()).isEqualTo("7");
        assertThat(credits(0).get("available").asString()).isEqualTo("3");
        hold("c-2", "3.5").expectProblem(402, "insufficient_credits");
        deduct("3.5", false).expectProblem(409, "below_floor");
        String path = holds() + "/" + hold.get("id").asString();
        release(path).expect(200);
        assertThat(credits(0).get("held").asString()).isEqualTo("0");
        release(path).expectProblem(409, "hold_released");
        api().post(path + "/capture", Map.of()).expectProblem(409, "hold_released");
        hold("c-1", "10").expect(201);
    }

    @Test
    void a_call_costs_once_whichever_of_hold_and_usage_comes_first() {
        on();
        grant("100");
        String cheaper = hold("cheaper", "10").expect(201).json().get("id").asString();
        String dearer = hold("dearer", "10").expect(201).json().get("id").asString();
        String early = hold("early", "10").expect(201).json().get("id").asString();
        capture(cheaper, "10").expect(200);
        long captured = capture(dearer, "3").expect(200).position();
        assertThat(credits(captured).get("settled").asString()).isEqualTo("87");

        call("cheaper", 60);
        call("dearer", 240);
        long used = call("early", 90);
        assertThat(credits(used).get("settled").asString()).isEqualTo("87");
        long position = capture(early, "9").expect(200).position();

        // Two, eight and three credits, for one, four and one and a half minutes.
        JsonNode credits = credits(position);
        assertThat(credits.get("settled").asString()).isEqualTo("87");
        assertThat(credits.get("held").asString()).isEqualTo("0");
        long again = call("dearer", 60);
        assertThat(credits(again).get("settled").asString()).isEqualTo("85");
        assertThat(sum(transactions(again, 50), "amount")).isEqualTo("85");
    }

    @Test
    void a_hold_that_is_not_extended_expires() {
        on();
        grant("10");
        Map<String, Object> short_ = Map.of("callId", "c-1", "amount", "8", "ttlSeconds", 1);
        String id = api().post(holds(), short_).expect(201).json().get("id").asString();
        String other = hold("c-2", "1").expect(201).json().get("id").asString();
        JsonNode extended =
                api().post(holds() + "/" + other + "/extend", Map.of("amount", "0.5"))
                        .expect(200)
                        .json();

        assertThat(extended.get("amount").asString()).isEqualTo("1.5");
        await().untilAsserted(() -> assertThat(credits(0).get("held").asString()).isEqualTo("1.5"));
        await().untilAsserted(() -> capture(id, "1").expectProblem(409, "hold_expired"));
        api().post(holds() + "/" + id + "/extend", Map.of()).expectProblem(409, "hold_expired");
        assertThat(api().get(holds()).expect(200).json().get("items"))
                .extracting(each -> each.get("state").asString())
                .containsExactly("active", "expired");
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        hold("c-1", "1").expectProblem(409, "credits_disabled");
        on();
        for (Object amount : List.of("0", "-1", "1e30", "0.0000001", "NaN", "", "1".repeat(40))) {
            JsonNode problem =
                    api().post(path() + "/grants", Map.of("amount", amount))
                            .expectProblem(400, "invalid_request")
                            .json();
            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/amount");
        }
        Map<String, Object> backwards =
                Map.of(
                        "amount", "1",
                        "effectiveAt", "2030-01-02T00:00:00Z",
                        "expiresAt", "2030-01-02T00:00:00Z");
        assertThat(
                        SectionsApi.codes(
                                api().post(path() + "/grants", backwards)
                                        .expectProblem(400, "invalid_request")))
                .containsExactly("expires_before_effect");
        assertThat(
                        SectionsApi.codes(
                                api().post(
                                                path() + "/grants",
                                                Map.of(
                                                        "amount", "1",
                                                        "kind", "stolen",
                                                        "priority", 0,
                                                        "note", "a\r\nb"))
                                        .expectProblem(400, "invalid_request")))
                .containsExactly("unknown_value", "out_of_range", "invalid_text");
        api().post(path() + "/deductions", Map.of("amount", "1"))
                .expectProblem(400, "invalid_request");
        grant("5");
        String id = hold("c-1", "2").expect(201).json().get("id").asString();
        hold("c-1", "1").expectProblem(409, "call_held");
        assertThat(SectionsApi.codes(capture(id, "2.000001").expectProblem(400, "invalid_request")))
                .containsExactly("more_than_held");
        capture(id, "2").expect(200);
        capture(id, "2").expectProblem(409, "hold_captured");
        capture(UUID.randomUUID().toString(), "2").expectProblem(404, "hold_not_found");
        capture("nothing", "2").expectProblem(404, "hold_not_found");
        api().get(path() + "/transactions?cursor=nonsense").expectProblem(400, "invalid_request");
    }

    @Test
    void only_the_partner_gives_and_takes() {
        String key = settings.key("admin");

        api().withKey(key)
                .post(path() + "/grants", Map.of("amount", "1"))
                .expectProblem(403, "partner_only");
        api().withKey(key)
                .post(path() + "/deductions", Map.of("amount", "1", "reason", "mine"))
                .expectProblem(403, "partner_only");
        api().withKey(key).get(path()).expect(200);
    }

    @Test
    void a_grant_holds_for_the_very_next_request() {
        on();
        for (int i = 0; i < 20; i++) {
            grant("1");
            hold("c-" + i, "1").expect(201);
        }
    }

    @Test
    void each_crossing_is_told_once_until_a_grant_arms_it_again() {
        settings.change(
                        "aiCredits",
                        Map.of(
                                "enabled",
                                true,
                                "creditsPerSmsSegment",
                                "1",
                                "notificationsEnabled",
                                true,
                                "lowCreditThreshold",
                                "50",
                                "furtherThresholds",
                                List.of("20")))
                .expect(200);
        grant("100");
        sms(49);
        assertCrossings(sms(1), "low 50");
        sms(1);
        grant("1");
        sms(1);
        // The balance was never above the threshold since.
        assertCrossings(sms(1), "low 50");
        grant("10");
        assertCrossings(sms(58), "exhausted 0", "low 20", "low 50", "low 50");
    }

    @Test
    void people_are_written_to_once_in_the_brand_of_the_partner() {
        settings.change("branding", Map.of("displayName", "Heron", "senderName", "Heron Billing"))
                .expect(200);
        settings.change(
                        "aiCredits",
                        Map.of(
                                "enabled",
                                true,
                                "creditsPerSmsSegment",
                                "1",
                                "notificationsEnabled",
                                true,
                                "lowCreditThreshold",
                                "50",
                                "furtherThresholds",
                                List.of("20"),
                                "recipients",
                                List.of("ada@cafe.example", "bob@cafe.example")))
                .expect(200);
        grant("100");
        sms(85);

        await().untilAsserted(() ->
                assertThat(mails())
                        .containsExactly(
                                "ada@cafe.example / Heron Billing / Credits run low: %s has 15 left"
                                        .formatted(settings.customer()),
                                "bob@cafe.example / Heron Billing / Credits run low: %s has 15 left"
                                        .formatted(settings.customer())));
        // The same facts once more.
        jdbc.sql("update work.log_group set position = 0 where name = 'credit-mails'").update();
        long position = sms(1);
        await().untilAsserted(() ->
                assertThat(
                                jdbc.sql(
                                                "select position from work.log_group where name = 'credit-mails'")
                                        .query(Long.class)
                                        .single())
                        .isGreaterThanOrEqualTo(position));
        assertThat(mails()).hasSize(2);
    }

    private List<String> mails() {
        return jdbc.sql(
                        """
                        select recipient || ' / ' || from_name || ' / ' || subject from work.outbox
                        where kind = 'low_credit' and subject like '%' || ? || '%' order by recipient
                        """)
                .param(settings.customer())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    void nothing_was_lost_or_made() {
        on();
        grant("100");
        credits(sms(7));

        JsonNode audit = api().get("/api/v1/admin/audit").expect(200).json();

        assertThat(audit.get("credits")).isEmpty();
        jdbc.sql("update work.credit_lot set remaining = remaining - 1 where remaining = 96.5")
                .update();
        assertThat(api().get("/api/v1/admin/audit").expect(200).json().get("credits"))
                .extracting(each -> each.get("rule").asString())
                .containsExactlyInAnyOrder("lot_remaining", "wallet_settled");
        jdbc.sql("update work.credit_lot set remaining = remaining + 1 where remaining = 95.5")
                .update();
    }

    private void assertCrossings(long position, String... newestFirst) {
        await().untilAsserted(() ->
                assertThat(
                                api().getAfter(position, path() + "/alerts")
                                        .expect(200)
                                        .json()
                                        .get("items"))
                        .extracting(each ->
                                each.get("kind").asString()
                                        + " "
                                        + each.get("threshold").asString())
                        .containsExactlyInAnyOrder(newestFirst));
    }

    private void on() {
        settings.change("aiCredits", ON).expect(200);
    }

    private String path() {
        return settings.path() + "/credits";
    }

    private String holds() {
        return path() + "/holds";
    }

    private long grant(String amount) {
        return grant(Map.of("amount", amount)).position();
    }

    private Api.Answer grant(Map<String, Object> wanted) {
        return api().post(path() + "/grants", wanted).expect(201);
    }

    private static String lot(Api.Answer granted) {
        return granted.json().get("id").asString();
    }

    private Api.Answer deduct(String amount, boolean override) {
        return api().post(
                        path() + "/deductions",
                        Map.of("amount", amount, "reason", "tests", "override", override));
    }

    private Api.Answer hold(String call, String amount) {
        return api().post(holds(), Map.of("callId", call, "amount", amount));
    }

    private Api.Answer capture(String id, String amount) {
        return api().post(holds() + "/" + id + "/capture", Map.of("amount", amount));
    }

    private Api.Answer release(String hold) {
        return api().send("POST", hold + "/release", "application/json", new byte[0]);
    }

    private JsonNode credits(long position) {
        return api().getAfter(position, path()).expect(200).json();
    }

    /// In pages of so many.
    private List<JsonNode> transactions(long position, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    api().getAfter(position, path() + "/transactions?limit=" + limit + cursor)
                            .expect(200)
                            .json();
            page.get("items").forEach(all::add);
            cursor =
                    page.get("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private static String sum(List<JsonNode> booked, String field) {
        BigDecimal sum =
                booked.stream()
                        .map(each -> new BigDecimal(each.get(field).asString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
    }

    private Instant now() {
        return clock.instant();
    }

    private long sms(int segments) {
        return send(now(), "sms.sent", Map.of("segments", segments)).expect(200).position();
    }

    private long call(String callId, int seconds) {
        return send(
                        now(),
                        "voice.call.completed",
                        Map.of("callId", callId, "durationSeconds", seconds))
                .expect(200)
                .position();
    }

    private Api.Answer send(Instant at, String type, Map<String, Object> data) {
        return api().post(
                        "/api/v1/events",
                        Map.of(
                                "specversion",
                                "1.0",
                                "id",
                                UUID.randomUUID().toString(),
                                "source",
                                "tests",
                                "type",
                                type,
                                "subject",
                                settings.customer(),
                                "time",
                                at.toString(),
                                "data",
                                data));
    }
}
