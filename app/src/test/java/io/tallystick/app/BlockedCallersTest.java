package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Callers are blocked, asked for, counted and unblocked.
@SuppressWarnings("NullAway.Init")
class BlockedCallersTest extends RunningApplication {

    private static final String NUMBER = "+4930123456";
    private static final Duration COUNTED_FOR = Duration.ofHours(30 * 24);

    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final String key = "blocking-" + UUID.randomUUID();
    private final String path = "/api/v1/customers/" + key + "/blocked-callers";

    @Test
    void a_block_holds_for_the_next_question_however_the_number_is_written() {
        customer("DE");
        assertThat(isBlocked("030123456")).isFalse();

        JsonNode blocked = block("030 / 12 34 56").expect(201).json();

        assertThat(blocked.get("number").asString()).isEqualTo(NUMBER);
        for (String written : List.of(NUMBER, "030123456", "004930123456", "%2B49%2030%20123456")) {
            assertThat(isBlocked(written)).as(written).isTrue();
        }
        assertThat(isBlocked("+4930123457")).isFalse();
        JsonNode answer = api().get(path + "/" + NUMBER).expect(200).json();
        assertThat(answer.get("blockedAt")).isEqualTo(blocked.get("blockedAt"));
    }

    @Test
    void to_block_twice_is_the_same_and_no_second_fact() {
        customer("DE");
        var first = block(NUMBER).expect(201);

        var second = block("030 123456").expect(201);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(facts("settings.CallerBlocked")).isEqualTo(1);
        assertThat(list("").get("items")).hasSize(1);
    }

    @Test
    void an_unblocked_caller_is_let_through_and_to_unblock_twice_is_no_fault() {
        customer("DE");
        block(NUMBER).expect(201);

        api().delete(path + "/030123456").expect(204);
        api().delete(path + "/" + NUMBER).expect(204);

        assertThat(isBlocked(NUMBER)).isFalse();
        assertThat(list("").get("items")).isEmpty();
        assertThat(facts("settings.CallerUnblocked")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "+49*, wildcard_not_allowed",
        "*, wildcard_not_allowed",
        "+4930123???, wildcard_not_allowed",
        "+4930123%, wildcard_not_allowed",
        "+4930123xxx, wildcard_not_allowed",
        "anonymous, anonymous_caller",
        "Anonymous, anonymous_caller",
        "sip:anonymous@anonymous.invalid, anonymous_caller",
        "Restricted, anonymous_caller",
        "'', required",
        "+49, invalid_phone_number",
        "call me, invalid_phone_number",
        "12, invalid_phone_number"
    })
    void what_is_not_the_number_of_one_caller_is_refused(String number, String code) {
        customer("DE");

        Api.Answer refused = block(number).expectProblem(400, "invalid_request");

        assertThat(SectionsApi.codes(refused)).containsExactly(code);
        assertThat(refused.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/number");
        assertThat(list("").get("items")).isEmpty();
    }

    @Test
    void a_caller_that_shows_no_number_is_let_through() {
        customer("DE");
        block(NUMBER).expect(201);

        JsonNode answer = api().get(path + "/anonymous").expect(200).json();

        assertThat(answer.get("blocked").asBoolean()).isFalse();
        assertThat(answer.get("number").isNull()).isTrue();
    }

    @Test
    void calls_of_the_last_thirty_days_are_counted_to_the_moment() {
        customer("DE");
        Instant now = clock.instant();
        call(now.minus(COUNTED_FOR).minusMillis(1), NUMBER);
        call(now.minus(COUNTED_FOR).plus(Duration.ofMinutes(1)), NUMBER);
        call(now.minus(Duration.ofDays(3)), "+49 (0) 30 123456");
        call(now.minus(Duration.ofDays(3)), "030/123456");
        call(now.minus(Duration.ofDays(3)), "+4930999999");
        long position = call(now.minus(Duration.ofMinutes(1)), "anonymous");
        block(NUMBER).expect(201);

        assertThat(stopped(position)).isEqualTo(3);
    }

    @Test
    void the_count_is_kept_where_a_caller_is_unblocked_and_blocked_again() {
        customer("DE");
        block(NUMBER).expect(201);
        long position = call(clock.instant().minus(Duration.ofHours(1)), NUMBER);
        assertThat(stopped(position)).isEqualTo(1);

        api().delete(path + "/" + NUMBER).expect(204);
        position = call(clock.instant().minus(Duration.ofMinutes(30)), NUMBER);
        block(NUMBER).expect(201);

        assertThat(stopped(position)).isEqualTo(2);
        assertThat(facts("settings.CallerBlocked")).isEqualTo(2);
    }

    @Test
    void a_blocked_call_feeds_no_meter() {
        customer("DE");
        long position = call(clock.instant().minus(Duration.ofHours(1)), NUMBER);

        JsonNode usage =
                api().getAfter(position, "/api/v1/customers/" + key + "/usage").expect(200).json();

        assertThat(usage.get("meters").valueStream())
                .isNotEmpty()
                .allSatisfy(meter ->
                        assertThat(meter.get("quantity").asString())
                                .as(meter.get("meter").asString())
                                .isEqualTo("0"));
        assertThat(usage.get("qualifiedCalls").get("total").asInt()).isZero();
    }

    @Test
    void more_than_ten_thousand_are_listed_page_by_page_and_each_is_found() {
        customer("DE");
        block(NUMBER).expect(201);
        jdbc.sql(
                        """
                        insert into work.blocked_caller (tenant_id, customer_id, block_id, number, blocked_at)
                        select tenant_id, customer_id, uuidv7(), '+4915' || 100000000 + n, now()
                        from work.customer, generate_series(1, 10500) as n where key = :key
                        """)
                .param("key", key)
                .update();
        List<String> seen = new ArrayList<>();
        String cursor = "";

        do {
            JsonNode page = list("?limit=200" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("number").asString()));
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(10_501).doesNotHaveDuplicates().contains(NUMBER);
        assertThat(isBlocked("+4915100005000")).isTrue();
        api().get(path + "?cursor=x").expectProblem(400, "invalid_request");
    }

    @Test
    void of_many_who_block_the_same_caller_at_once_one_does() throws Exception {
        customer("DE");
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> block(NUMBER)));
            }
        }
        for (Future<Api.Answer> answer : answers) {
            answer.get().expect(201);
        }
        assertThat(facts("settings.CallerBlocked")).isEqualTo(1);
    }

    @Test
    void the_log_tells_the_customer_whom_and_masks_the_number_from_above() {
        customer("DE");
        String own = new SectionsApi(api(), key).key("admin");
        long position = block(NUMBER).expect(201).position();
        String log = "/api/v1/customers/" + key + "/system-log?q=blocked";

        String mine = api().withKey(own).getAfter(position, log).expect(200).body();
        String above = api().getAfter(position, log).expect(200).body();

        assertThat(mine).contains("The caller +4930123456 was blocked.");
        assertThat(above).contains("The caller +4930*****56 was blocked.").doesNotContain(NUMBER);
    }

    @Test
    void a_block_is_of_one_customer() {
        customer("DE");
        block(NUMBER).expect(201);
        var other = SectionsApi.of(api());

        JsonNode answer = api().get(other.path() + "/blocked-callers/" + NUMBER).expect(200).json();

        assertThat(answer.get("blocked").asBoolean()).isFalse();
    }

    private void customer(String country) {
        api().post("/api/v1/customers", Map.of("key", key, "name", "Blocking", "country", country))
                .expect(201);
    }

    private Api.Answer block(String number) {
        return api().post(path, Map.of("number", number));
    }

    private boolean isBlocked(String number) {
        return api().get(path + "/" + number).expect(200).json().get("blocked").asBoolean();
    }

    private JsonNode list(String query) {
        return api().get(path + query).expect(200).json();
    }

    private long stopped(long position) {
        JsonNode items = api().getAfter(position, path).expect(200).json().get("items");
        assertThat(items).hasSize(1);
        return items.get(0).get("stoppedCalls").asLong();
    }

    private long call(Instant at, String from) {
        Object event =
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID(),
                        "source",
                        "/callers",
                        "type",
                        "voice.call.blocked",
                        "subject",
                        key,
                        "time",
                        at.toString(),
                        "data",
                        Map.of("callId", "c", "from", from));
        return api().post("/api/v1/events", List.of(event))
                .expect(200)
                .json()
                .get("position")
                .asLong();
    }

    private int facts(String type) {
        return jdbc.sql(
                        """
                        select count(*) from event_log.entry
                        where type = :type and convert_from(payload, 'UTF8')::jsonb ->> 'customerId' = (
                          select customer_id::text from work.customer where key = :key)
                        """)
                .param("type", type)
                .param("key", key)
                .query(Integer.class)
                .single();
    }
}
