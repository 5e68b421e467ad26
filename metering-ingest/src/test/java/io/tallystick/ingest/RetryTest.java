package io.tallystick.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is sent again: the same is a duplicate for ever, anything else under its id a conflict.
final class RetryTest {

    @SuppressWarnings("NullAway.Init")
    private static IngestApi api;

    private String id = "";

    @BeforeAll
    static void start() {
        api = IngestApi.running();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void take_a_fresh_id() {
        id = UUID.randomUUID().toString();
    }

    private void first_then(Event first, Event second, String status) {
        Answer before = api.send(first);
        assertThat(before.statuses()).containsExactly("accepted");
        long rows = api.storedRows();
        Answer after = api.send(second);
        assertThat(after.statuses()).containsExactly(status);
        assertThat(api.storedRows()).isEqualTo(rows);
        if (status.equals("duplicate")) {
            assertThat(after.result(0).get("position")).isEqualTo(before.result(0).get("position"));
            assertThat(after.result(0).get("ordinal")).isEqualTo(before.result(0).get("ordinal"));
        }
    }

    @Test
    void an_unchanged_retry_without_time_an_hour_later_is_a_duplicate() {
        api.send(Event.call(id, "60"));
        api.clock.advance(Duration.ofHours(1));
        assertThat(api.send(Event.call(id, "60")).statuses()).containsExactly("duplicate");
    }

    @Test
    void a_retry_that_adds_the_time_is_a_conflict() {
        String now = "\"" + api.clock.instant() + "\"";
        first_then(Event.call(id, "60"), Event.call(id, "60").with("time", now), "conflict");
    }

    @Test
    void the_same_id_with_other_data_is_a_conflict() {
        first_then(Event.call(id, "60"), Event.call(id, "61"), "conflict");
    }

    @Test
    void a_conflict_says_why() {
        api.send(Event.call(id, "60"));
        Answer answer = api.send(Event.call(id, "61"));
        assertThat(answer.errorCode(0)).isEqualTo("id_used_otherwise");
        assertThat(answer.pointer(0)).isEqualTo("/id");
        assertThat(answer.result(0).get("position")).isNull();
    }

    @Test
    void numbers_are_compared_as_they_are_written() {
        first_then(Event.call(id, "60"), Event.call(id, "60.0"), "conflict");
    }

    @Test
    void the_same_id_with_another_type_is_a_conflict() {
        first_then(
                Event.free(id, "{}"), Event.free(id, "{}").with("type", "\"other\""), "conflict");
    }

    @Test
    void omitted_data_is_not_null_data() {
        first_then(Event.free(id, "null"), Event.free(id, "null").without("data"), "conflict");
    }

    @Test
    void the_same_id_of_another_customer_is_accepted() {
        api.send(Event.call(id, "60"));
        Answer answer = api.send(Event.call(id, "61").with("subject", "\"globex\""));
        assertThat(answer.statuses()).containsExactly("accepted");
    }

    @Test
    void the_same_id_of_another_source_is_accepted() {
        api.send(Event.call(id, "60"));
        Answer answer = api.send(Event.call(id, "60").with("source", "\"other\""));
        assertThat(answer.statuses()).containsExactly("accepted");
    }

    @Test
    void order_of_names_whitespace_escapes_and_extensions_do_not_matter() {
        first_then(
                Event.free(id, "{\"b\":[1,{\"y\":\"é\",\"x\":null}],\"a\":\"/\",\"c\":true}"),
                Event.free(
                                id,
                                " { \"c\" : true, \"\\u0061\":\"\\/\" ,\n \"b\":[ 1 ,{\"x\":null,\t\"y\":\"\\u00e9\"}]} ")
                        .with("traceparent", "\"00-1\""),
                "duplicate");
    }

    @Test
    void the_order_of_an_array_matters() {
        first_then(Event.free(id, "[1,2]"), Event.free(id, "[2,1]"), "conflict");
    }

    @Test
    void a_null_time_is_an_omitted_one() {
        first_then(Event.call(id, "1"), Event.call(id, "1").with("time", "null"), "duplicate");
    }

    @Test
    void a_retry_after_the_time_has_closed_is_still_a_duplicate_or_a_conflict() {
        Event event = Event.call(id, "60").with("time", "\"" + api.clock.instant() + "\"");
        Answer first = api.send(event);
        api.clock.advance(Duration.ofDays(36));
        Answer answer =
                api.send(
                        event,
                        event.with("data", "{\"callId\":\"c\",\"durationSeconds\":1}"),
                        event.with("id", "\"another\""),
                        event.with("subject", "\"globex\""));
        assertThat(answer.statuses())
                .containsExactly("duplicate", "conflict", "invalid", "invalid");
        assertThat(answer.result(0).get("position")).isEqualTo(first.result(0).get("position"));
        assertThat(answer.errorCode(2)).isEqualTo("time_too_old");
    }

    @Test
    void within_one_batch_the_first_is_stored_and_the_others_are_measured_against_it() {
        Answer answer = api.send(Event.call(id, "1"), Event.call(id, "1"), Event.call(id, "2"));
        assertThat(answer.statuses()).containsExactly("accepted", "duplicate", "conflict");
        assertThat(answer.result(1).get("ordinal")).isEqualTo(answer.result(0).get("ordinal"));
    }

    @Test
    void an_invalid_first_attempt_does_not_take_the_id() {
        Answer answer = api.send(Event.call(id, "-1"), Event.call(id, "1"));
        assertThat(answer.statuses()).containsExactly("invalid", "accepted");
    }

    @Test
    void a_text_message_is_compared_with_its_text_although_that_is_not_stored() {
        Event hello = Event.of("sms.sent", id, "{\"text\":\"hello\"}");
        first_then(hello, hello, "duplicate");
        assertThat(api.send(hello.with("data", "{\"text\":\"hallo\"}")).statuses())
                .containsExactly("conflict");
    }
}
