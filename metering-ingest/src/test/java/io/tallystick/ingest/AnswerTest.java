package io.tallystick.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.eventstore.usage.EventRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Statuses, headers and bodies of the answers, and what is stored behind them.
final class AnswerTest {

    @SuppressWarnings("NullAway.Init")
    private static IngestApi api;

    private final String run = UUID.randomUUID().toString();
    private final Event stored = Event.call(run + "-stored", "60");
    private final Event conflict = Event.call(run + "-stored", "61");
    private final Event invalid = Event.call(run + "-invalid", "-1");
    private int number;

    @BeforeAll
    static void start() {
        api = IngestApi.running();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private Event fresh() {
        return Event.call(run + "-" + ++number, "60");
    }

    private static Answer send(String contentType, String body) {
        return api.send(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer prefer(String preference, Event... events) {
        byte[] body = Event.batch(events).getBytes(StandardCharsets.UTF_8);
        return api.send(
                IngestApi.partner(Permission.WRITE),
                IngestApi.post(IngestApi.BATCH, body).header("Prefer", preference));
    }

    @Test
    void all_accepted_is_200_with_the_position_in_the_body_and_the_header() {
        Answer answer = api.send(fresh(), fresh());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("accepted").asInt()).isEqualTo(2);
        assertThat(answer.body().get("duplicates").asInt()).isZero();
        assertThat(answer.body().get("rejected").asInt()).isZero();
        assertThat(answer.body().get("position")).isEqualTo(answer.result(1).get("position"));
        assertThat(answer.header("Tallystick-Position"))
                .isEqualTo(answer.body().get("position").asString());
        assertThat(answer.result(1).get("index").asInt()).isEqualTo(1);
        assertThat(answer.result(1).get("id").asString()).isEqualTo(run + "-2");
    }

    @Test
    void a_result_names_the_place_where_the_event_is_stored() {
        Answer answer = api.send(fresh(), fresh());
        var place =
                new EventRef(
                        answer.result(1).get("position").asLong(),
                        answer.result(1).get("ordinal").asInt());
        assertThat(api.reader.find(IngestApi.TENANT, place))
                .hasValueSatisfying(usage -> {
                    assertThat(usage.id()).isEqualTo(run + "-2");
                    assertThat(usage.customerId()).isEqualTo(IngestApi.ACME);
                    assertThat(usage.occurredAt()).isEqualTo(api.clock.instant());
                });
    }

    @Test
    void accepted_and_duplicate_is_200() {
        api.send(stored);
        Answer answer = api.send(stored, fresh());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("duplicates").asInt()).isEqualTo(1);
        assertThat(answer.body().get("position")).isEqualTo(answer.result(1).get("position"));
    }

    @Test
    void some_rejected_is_207() {
        api.send(stored);
        Answer answer = api.send(invalid, fresh(), conflict, stored);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.statuses())
                .containsExactly("invalid", "accepted", "conflict", "duplicate");
        assertThat(answer.body().get("rejected").asInt()).isEqualTo(2);
        assertThat(answer.response().getContentType()).isEqualTo("application/json");
    }

    @Test
    void a_mix_of_rejections_without_success_is_207_without_a_position() {
        api.send(stored);
        Answer answer = api.send(invalid, conflict);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.body().get("position").isNull()).isTrue();
        assertThat(answer.header("Tallystick-Position")).isNull();
    }

    @Test
    void all_invalid_is_a_400_problem_with_the_results() {
        Answer answer = api.send(invalid, invalid);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("invalid_events");
        assertThat(answer.statuses()).containsExactly("invalid", "invalid");
        assertThat(answer.body().get("rejected").asInt()).isEqualTo(2);
        assertThat(answer.body().get("errors").get(1).get("pointer").asString())
                .isEqualTo("/1/data/durationSeconds");
        assertThat(answer.body().get("traceId").asString()).isNotEmpty();
    }

    @Test
    void all_conflicts_is_a_409_problem_with_the_results() {
        api.send(stored);
        Answer answer = api.send(conflict, conflict);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.response().getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.statuses()).containsExactly("conflict", "conflict");
    }

    @Test
    void an_empty_batch_is_200_with_zeros() {
        Answer answer = api.send("[ ]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"accepted\":0,\"duplicates\":0,\"rejected\":0,\"position\":null,\"results\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/json",
                "application/json; charset=UTF-8"
            })
    void one_event_may_come_without_an_array(String contentType) {
        Answer answer = send(contentType, fresh().json());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statuses()).containsExactly("accepted");
    }

    @Test
    void plain_json_may_be_a_batch() {
        assertThat(send("application/json", Event.batch(fresh(), fresh())).statuses()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return=minimal",
                "respond-async, return=minimal; x=1",
                "return=\"minimal\"",
                "Return=Minimal"
            })
    void a_minimal_answer_is_204(String preference) {
        api.send(stored);
        Answer answer = prefer(preference, stored, fresh());
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Preference-Applied")).isEqualTo("return=minimal");
        assertThat(answer.header("Tallystick-Position")).isNotNull();
        assertThat(answer.response().getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_minimal_answer_still_tells_what_was_rejected() {
        Answer answer = prefer("return=minimal", fresh(), invalid);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.header("Preference-Applied")).isNull();
        assertThat(answer.statuses()).containsExactly("accepted", "invalid");
    }

    @Test
    void the_full_answer_is_given_to_who_asks_for_it() {
        assertThat(prefer("return=representation, return=minimal", fresh()).status())
                .isEqualTo(200);
    }

    @Test
    void a_gzip_body_is_the_same_as_a_plain_one() throws IOException {
        Event event = fresh();
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(Event.batch(event, fresh()).getBytes(StandardCharsets.UTF_8));
        }
        Answer answer =
                api.send(
                        IngestApi.partner(Permission.WRITE),
                        IngestApi.post(IngestApi.BATCH, zipped.toByteArray())
                                .header("Content-Encoding", "gzip"));
        assertThat(answer.statuses()).containsExactly("accepted", "accepted");
        assertThat(api.send(event).statuses()).containsExactly("duplicate");
    }

    @Test
    void data_is_stored_as_it_was_sent() {
        for (String data :
                new String[] {
                    "{\"b\" : 1.50,  \"a\":\"\\u00e9 ü 😀\"}",
                    "[ ]",
                    "-1.5E+3",
                    "\"x\\ny\"",
                    "null",
                    "true",
                    "0"
                }) {
            String id = run + "-data-" + ++number;
            api.send(Event.free(id, data).with("after", "1"));
            assertThat(api.storedData(id)).isEqualTo(data);
            api.send(
                    "[ {\"data\" : "
                            + data
                            + " , "
                            + Event.free(id + "b", "0").without("data").json().substring(1)
                            + " ] ");
            assertThat(api.storedData(id + "b")).isEqualTo(data);
        }
    }

    @Test
    void the_text_of_a_message_is_counted_and_not_stored() {
        api.send(
                Event.of(
                        "sms.sent",
                        run + "-sms",
                        "{\"from\":\"+1\", \"text\":\"" + "x".repeat(161) + "\",\"to\":\"+2\"}"));
        assertThat(api.storedData(run + "-sms"))
                .isEqualTo("{\"from\":\"+1\",\"to\":\"+2\",\"segments\":2}");
        assertThat(api.storedMeasure(run + "-sms")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voice.call.completed|{\"callId\":\"c\",\"durationSeconds\":80.5}|80.5",
                "voice.call.completed|{\"callId\":\"c\",\"durationSeconds\":6e1}|60",
                "voice.call.blocked|{\"callId\":\"c\",\"from\":\"+1\"}|null",
                "sms.sent|{\"segments\":3}|3",
                "email.sent|{}|1",
                "email.sent|{\"recipients\":1e6}|1000000",
                "storage.measured|{\"bytes\":1e18}|1000000000000000000",
                "storage.changed|{\"bytes\":-5}|-5",
                "contact.number.enriched|{\"contactId\":\"c\",\"newNumber\":\"+12125550123\"}|null",
                "contact.number.flagged|{\"contactId\":\"c\",\"number\":\"+12125550123\"}|null",
                "custom|{\"durationSeconds\":80}|null"
            })
    void the_measure_is_stored_in_base_units(String type, String data, String measure) {
        String id = run + "-m-" + ++number;
        assertThat(api.send(Event.of(type, id, data)).statuses()).containsExactly("accepted");
        assertThat(api.storedMeasure(id)).isEqualTo(measure);
    }

    @Test
    void who_sent_the_events_is_in_the_log() {
        api.send(fresh());
        assertThat(
                        api.count(
                                "select count(*) from event_log.entry where kind = 'usage_chunk' and convert_from(metadata, 'UTF8') like '%"
                                        + IngestApi.KEY_OF_PARTNER
                                        + "%'"))
                .isPositive();
    }
}
