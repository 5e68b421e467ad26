package io.tallystick.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that clients get wrong. A bad event sits between two good ones, which are stored.
final class BadInputTest {

    @SuppressWarnings("NullAway.Init")
    private static IngestApi api;

    private final String run = UUID.randomUUID().toString();
    private int number;

    @BeforeAll
    static void start() {
        api = IngestApi.running();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private String id() {
        return run + "-" + ++number;
    }

    private Event good() {
        return Event.call(id(), "60");
    }

    private void only_this_is_invalid(Event bad, String code, String pointer) {
        long before = api.storedRows();
        Answer answer = api.send(good(), bad, good());
        assertThat(answer.statuses()).containsExactly("accepted", "invalid", "accepted");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.errorCode(1)).isEqualTo(code);
        assertThat(answer.pointer(1)).isEqualTo(pointer);
        assertThat(api.storedRows()).isEqualTo(before + 2);
    }

    private void nothing_is_stored(Answer answer, long before, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.response().getContentType()).isEqualTo("application/problem+json");
        assertThat(api.storedRows()).isEqualTo(before);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return zipped.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-ndjson",
                "nonsense",
                "application/json; charset=iso-8859-1"
            })
    void another_content_type_is_refused(String contentType) {
        long before = api.storedRows();
        Answer answer = api.send(contentType, utf8(Event.batch(good())));
        nothing_is_stored(answer, before, 415, "unsupported_media_type");
    }

    @Test
    void a_missing_content_type_is_refused() {
        long before = api.storedRows();
        Answer answer =
                api.send(
                        IngestApi.partner(Permission.WRITE),
                        IngestApi.post(null, utf8(Event.batch(good()))));
        nothing_is_stored(answer, before, 415, "unsupported_media_type");
    }

    @Test
    void another_content_encoding_is_refused() {
        long before = api.storedRows();
        Answer answer =
                api.send(
                        IngestApi.partner(Permission.WRITE),
                        IngestApi.post(IngestApi.BATCH, utf8(Event.batch(good())))
                                .header("Content-Encoding", "br"));
        nothing_is_stored(answer, before, 415, "unsupported_content_encoding");
    }

    @Test
    void a_truncated_body_stores_nothing_wherever_it_is_cut() {
        long before = api.storedRows();
        byte[] whole = utf8(Event.batch(good(), good().with("ext", "[{\"a\":\"ü\\u00e9\"}]")));
        for (int length = 0; length < whole.length; length++) {
            Answer answer = api.send(IngestApi.BATCH, Arrays.copyOf(whole, length));
            nothing_is_stored(answer, before, 400, "malformed_json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "[,]",
                "[1 2]",
                "{'a':1}",
                "[] []",
                "[]x",
                "[{\"a\":01}]",
                "nope",
                "[\"\t\"]"
            })
    void a_body_that_is_not_json_stores_nothing(String body) {
        nothing_is_stored(api.send(body), api.storedRows(), 400, "malformed_json");
    }

    @Test
    void a_body_that_is_not_utf_8_stores_nothing() {
        long before = api.storedRows();
        String batch = Event.batch(good(), good().with("source", "\"ü\""));
        for (byte[] bytes :
                new byte[][] {
                    batch.getBytes(StandardCharsets.ISO_8859_1),
                    batch.getBytes(StandardCharsets.UTF_16),
                    batch.getBytes(StandardCharsets.UTF_16LE)
                }) {
            nothing_is_stored(api.send(IngestApi.BATCH, bytes), before, 400, "malformed_json");
        }
    }

    /// Letters in two and three bytes, half a pair, and beyond the end of Unicode. The parser alone
    /// would take most of them.
    @ParameterizedTest
    @ValueSource(strings = {"c181", "e08181", "eda080", "eda080edb080", "f4908080"})
    void bytes_that_only_look_like_utf_8_store_nothing(String hex) {
        long before = api.storedRows();
        String batch = Event.batch(good(), good().with("source", "\"ü\""));
        String bytes = HexFormat.of().formatHex(utf8(batch)).replace("c3bc", hex);
        nothing_is_stored(
                api.send(IngestApi.BATCH, HexFormat.of().parseHex(bytes)),
                before,
                400,
                "malformed_json");
    }

    @Test
    void nul_is_invalid_in_any_string_or_name() {
        String bad = "invalid_characters";
        only_this_is_invalid(Event.free(id(), "{\"a\":\"x\\u0000\"}"), bad, "/data/a");
        only_this_is_invalid(Event.free(id(), "{\"a\":{\"b\\u0000\":1}}"), bad, "/data/a");
        only_this_is_invalid(Event.free(id(), "{\"a\\u0000\":1}"), bad, "/data");
        only_this_is_invalid(good().with("source", "\"\\u0000\""), bad, "/source");
        only_this_is_invalid(good().with("ext", "[\"\\u0000\"]"), bad, "/ext/0");
        only_this_is_invalid(good().with("ext\\u0000", "1"), bad, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83dx", "\\ud83d\\ud83d\\ude00"})
    void half_a_surrogate_pair_is_invalid(String half) {
        String bad = "invalid_characters";
        only_this_is_invalid(Event.free(id(), "{\"a\":[\"" + half + "\"]}"), bad, "/data/a/0");
        only_this_is_invalid(
                Event.free(id(), "{\"" + half + "\":{\"a\":1,\"a\":2}}"), bad, "/data");
        only_this_is_invalid(good().with("id", "\"" + half + "\""), bad, "/id");
        only_this_is_invalid(good().with(half, "1"), bad, "");
    }

    @Test
    void a_name_that_readers_of_the_log_would_stop_at_is_invalid() {
        String name = "n".repeat(60_000);
        only_this_is_invalid(
                Event.free(id(), "{\"a\":{\"" + name + "\":1}}"), "name_too_long", "/data/a");
    }

    @Test
    void a_whole_surrogate_pair_is_fine() {
        Answer answer = api.send(Event.free(id(), "{\"\\ud83d\\ude00\":\"\\ud83d\\ude00😀\"}"));
        assertThat(answer.statuses()).containsExactly("accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e308",
                "-1e308",
                "1e999999999",
                "1e-999999999",
                "1e99999999999999",
                "1000000000.1",
                "0.0000000001",
                "-1",
                "-0.5"
            })
    void a_duration_out_of_range_is_invalid(String duration) {
        Event bad = Event.call(id(), duration);
        String data = "/data/durationSeconds";
        only_this_is_invalid(bad, isHuge(duration) ? "number_out_of_range" : "out_of_range", data);
    }

    private static boolean isHuge(String number) {
        return number.contains("99999");
    }

    @Test
    void a_free_number_beyond_a_double_is_invalid() {
        only_this_is_invalid(
                Event.free(id(), "{\"a\":1e999999999}"), "number_out_of_range", "/data/a");
        only_this_is_invalid(
                Event.free(id(), "{\"a\":" + "9".repeat(2_000) + "}"),
                "number_out_of_range",
                "/data/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void what_is_no_number_is_invalid(String token) {
        only_this_is_invalid(Event.call(id(), token), "not_a_number", "/data/durationSeconds");
        only_this_is_invalid(Event.free(id(), "[" + token + "]"), "not_a_number", "/data/0");
        only_this_is_invalid(good().with("ext", token), "not_a_number", "/ext");
    }

    @Test
    void a_string_where_a_number_is_due_is_invalid() {
        only_this_is_invalid(Event.call(id(), "\"5\""), "wrong_type", "/data/durationSeconds");
        only_this_is_invalid(Event.call(id(), "true"), "wrong_type", "/data/durationSeconds");
        only_this_is_invalid(Event.call(id(), "[5]"), "wrong_type", "/data/durationSeconds");
        only_this_is_invalid(
                Event.of("sms.sent", id(), "{\"segments\":\"1\"}"), "wrong_type", "/data/segments");
    }

    @Test
    void a_number_where_a_string_is_due_is_invalid() {
        only_this_is_invalid(
                Event.of("voice.call.completed", id(), "{\"callId\":5,\"durationSeconds\":5}"),
                "wrong_type",
                "/data/callId");
        only_this_is_invalid(good().with("subject", "5"), "wrong_type", "/subject");
        only_this_is_invalid(good().with("id", "{\"a\":[]}"), "wrong_type", "/id");
        only_this_is_invalid(good().with("time", "1767225600"), "wrong_type", "/time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "subject", "type", "specversion"})
    void a_missing_attribute_is_invalid(String name) {
        only_this_is_invalid(good().without(name), "missing", "/" + name);
        only_this_is_invalid(good().with(name, "\"\""), "missing", "/" + name);
        only_this_is_invalid(good().with(name, "null"), "missing", "/" + name);
    }

    @Test
    void another_version_of_cloud_events_is_invalid() {
        only_this_is_invalid(
                good().with("specversion", "\"0.3\""), "unsupported_specversion", "/specversion");
    }

    @ParameterizedTest
    @CsvSource({"id,256", "source,256", "type,128", "subject,128"})
    void an_attribute_that_is_too_long_is_invalid(String name, int charactersMax) {
        String tooLong = "\"" + "x".repeat(charactersMax + 1) + "\"";
        only_this_is_invalid(good().with(name, tooLong), "too_long", "/" + name);
    }

    @Test
    void an_attribute_of_full_length_is_accepted() {
        Answer answer =
                api.send(
                        Event.free(id(), "{}")
                                .with("id", "\"" + "i".repeat(256) + "\"")
                                .with("source", "\"" + "s".repeat(256) + "\"")
                                .with("type", "\"" + "t".repeat(128) + "\""));
        assertThat(answer.statuses()).containsExactly("accepted");
    }

    @Test
    void an_unknown_subject_is_invalid() {
        only_this_is_invalid(good().with("subject", "\"nobody\""), "unknown_customer", "/subject");
    }

    @Test
    void the_subject_of_another_customer_is_unknown_to_a_customer_key() {
        var request =
                IngestApi.post(
                        IngestApi.BATCH,
                        utf8(Event.batch(good(), good().with("subject", "\"globex\""), good())));
        Answer answer = api.send(IngestApi.customer(IngestApi.ACME), request);
        assertThat(answer.statuses()).containsExactly("accepted", "invalid", "accepted");
        assertThat(answer.errorCode(1)).isEqualTo("unknown_customer");
    }

    @Test
    void a_key_that_may_not_write_is_refused() {
        long before = api.storedRows();
        var request = IngestApi.post(IngestApi.BATCH, utf8(Event.batch(good())));
        nothing_is_stored(
                api.send(IngestApi.partner(Permission.READ), request),
                before,
                403,
                "permission_missing");
    }

    @Test
    void more_than_10_000_events_are_refused_and_10_000_are_not() {
        long before = api.storedRows();
        String most =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Event.free(id(), "1").json())
                        .collect(Collectors.joining(","));
        Answer tooMany = api.send("[" + most + "," + good().json() + "]");
        nothing_is_stored(tooMany, before, 413, "too_many_events");
        Answer full = api.send("[" + most + "]");
        assertThat(full.body().get("accepted").asInt()).isEqualTo(10_000);
        assertThat(full.body().get("results").size()).isEqualTo(10_000);
        assertThat(api.storedRows()).isEqualTo(before + 10_000);
    }

    @Test
    void a_body_of_6_mb_is_refused() {
        long before = api.storedRows();
        byte[] body = utf8(Event.batch(Event.free(id(), "\"" + "x".repeat(6_000_000) + "\"")));
        nothing_is_stored(api.send(IngestApi.BATCH, body), before, 413, "body_too_large");
    }

    @Test
    void a_body_of_exactly_5_mb_is_accepted() {
        String empty = Event.batch(Event.free(run + "-5mb", "\"\""));
        String full =
                Event.batch(
                        Event.free(
                                run + "-5mb",
                                "\"" + "x".repeat(5_000_000 - empty.length()) + "\""));
        assertThat(full).hasSize(5_000_000);
        assertThat(api.send(full).statuses()).containsExactly("accepted");
        assertThat(api.send(full + " ").code()).isEqualTo("body_too_large");
    }

    private Answer sendZipped(byte[] zipped) {
        return api.send(
                IngestApi.partner(Permission.WRITE),
                IngestApi.post(IngestApi.BATCH, zipped).header("Content-Encoding", "gzip"));
    }

    @Test
    void a_gzip_bomb_is_refused() {
        long before = api.storedRows();
        byte[] bomb = gzip(new byte[100_000_000]);
        assertThat(bomb).hasSizeLessThan(5_000_000);
        nothing_is_stored(sendZipped(bomb), before, 413, "body_too_large");
    }

    @Test
    void endless_empty_gzip_members_are_read_without_a_deep_stack() {
        byte[] empty = gzip(new byte[0]);
        var members = new ByteArrayOutputStream();
        IntStream.range(0, 200_000).forEach(i -> members.writeBytes(empty));
        members.writeBytes(gzip(utf8(Event.batch(good()))));
        assertThat(sendZipped(members.toByteArray()).statuses()).containsExactly("accepted");
    }

    @Test
    void broken_gzip_is_refused_wherever_it_breaks() {
        long before = api.storedRows();
        byte[] whole = gzip(utf8(Event.batch(good())));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            nothing_is_stored(sendZipped(cut), before, 400, "malformed_gzip");
        }
        byte[] damaged = whole.clone();
        damaged[whole.length - 6] ^= 1;
        nothing_is_stored(sendZipped(damaged), before, 400, "malformed_gzip");
        byte[] followed = Arrays.copyOf(whole, whole.length + 3);
        nothing_is_stored(sendZipped(followed), before, 400, "malformed_gzip");
        nothing_is_stored(sendZipped(utf8(Event.batch(good()))), before, 400, "malformed_gzip");
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 40, 990})
    void an_event_that_is_nested_too_deep_is_invalid(int levels) {
        only_this_is_invalid(
                Event.free(id(), nested(levels)), "nested_too_deep", "/data" + "/a".repeat(32));
        only_this_is_invalid(
                Event.free(id(), "[".repeat(levels) + "]".repeat(levels)),
                "nested_too_deep",
                "/data" + "/0".repeat(32));
        only_this_is_invalid(
                good().with("ext", nested(levels)), "nested_too_deep", "/ext" + "/a".repeat(32));
    }

    @Test
    void data_of_32_levels_is_accepted() {
        assertThat(api.send(Event.free(id(), nested(32))).statuses()).containsExactly("accepted");
    }

    @Test
    void a_body_that_is_nested_deeper_than_1_000_levels_is_malformed() {
        long before = api.storedRows();
        Answer answer = api.send(good(), Event.free(id(), nested(2_000)));
        nothing_is_stored(answer, before, 400, "malformed_json");
        nothing_is_stored(api.send("[".repeat(4_000_000)), before, 400, "malformed_json");
    }

    @Test
    void a_name_that_stands_twice_is_invalid_at_any_level() {
        String bad = "duplicate_key";
        only_this_is_invalid(good().with("data\":1,\"data", "{}"), bad, "/data");
        only_this_is_invalid(good().with("ext\":1,\"ext", "1"), bad, "/ext");
        only_this_is_invalid(good().with("id\":\"a\",\"id", "\"b\""), bad, "/id");
        only_this_is_invalid(Event.free(id(), "{\"a\":1,\"b\":2,\"a\":1}"), bad, "/data/a");
        only_this_is_invalid(Event.free(id(), "{\"a\":1,\"\\u0061\":1}"), bad, "/data/a");
        only_this_is_invalid(
                Event.free(id(), "[{\"x/y\":{\"b\":1,\"b\":2}}]"), bad, "/data/0/x~1y/b");
    }

    @Test
    void a_time_a_year_ahead_is_invalid() {
        only_this_is_invalid(at(Duration.ofDays(365)), "time_too_far_ahead", "/time");
        only_this_is_invalid(at(Duration.ofSeconds(301)), "time_too_far_ahead", "/time");
        assertThat(api.send(at(Duration.ofSeconds(300))).statuses()).containsExactly("accepted");
    }

    @Test
    void a_time_36_days_ago_is_invalid() {
        only_this_is_invalid(at(Duration.ofDays(-36)), "time_too_old", "/time");
        only_this_is_invalid(at(Duration.ofDays(-35).minusSeconds(1)), "time_too_old", "/time");
        assertThat(api.send(at(Duration.ofDays(-35))).statuses()).containsExactly("accepted");
    }

    private Event at(Duration fromNow) {
        return good().with("time", "\"" + IngestApi.START.plus(fromNow) + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-10",
                "2026-03-10T12:00:00",
                "2026-03-10T12:00Z",
                "2026-03-10 12:00:00Z",
                "2026-02-30T12:00:00Z",
                "2026-03-10T24:00:00Z",
                "2026-03-10T12:00:00+01",
                "2026-03-10T12:00:00.Z",
                "2026-03-10T12:00:00Zx"
            })
    void a_time_that_is_not_rfc_3339_is_invalid(String time) {
        only_this_is_invalid(good().with("time", "\"" + time + "\""), "invalid_time", "/time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "\"text\"", "[]", "[[1]]", "true", "NaN"})
    void an_item_that_is_no_object_is_invalid(String item) {
        Answer answer = api.send("[" + good().json() + "," + item + "," + good().json() + "]");
        assertThat(answer.statuses()).containsExactly("accepted", "invalid", "accepted");
        assertThat(answer.errorCode(1)).isEqualTo("not_an_object");
        assertThat(answer.result(1).get("id")).isNull();
    }

    @Test
    void binary_data_is_invalid() {
        only_this_is_invalid(
                good().without("data").with("data_base64", "\"AAAA\""),
                "unsupported",
                "/data_base64");
    }

    @Test
    void an_object_where_a_batch_was_announced_is_malformed() {
        long before = api.storedRows();
        nothing_is_stored(api.send(good().json()), before, 400, "malformed_json");
    }

    @Test
    void a_batch_where_one_event_was_announced_is_one_invalid_item() {
        Answer answer = api.send("application/cloudevents+json", utf8(Event.batch(good(), good())));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.statuses()).containsExactly("invalid");
        assertThat(answer.pointer(0)).isEmpty();
    }

    @Test
    void a_single_bad_event_is_pointed_at_from_its_root() {
        Answer answer =
                api.send("application/json", utf8(Event.free(id(), "{\"a\":[NaN]}").json()));
        assertThat(answer.pointer(0)).isEqualTo("/data/a/0");
    }

    @Test
    void an_invalid_event_keeps_its_id_even_when_it_comes_last() {
        Answer answer = api.send("[{\"data\":NaN,\"id\":\"late\"}]");
        assertThat(answer.result(0).get("id").asString()).isEqualTo("late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atomic", "dryRun"})
    void what_is_not_supported_is_refused_instead_of_ignored(String parameter) {
        long before = api.storedRows();
        var request =
                IngestApi.post(IngestApi.BATCH, utf8(Event.batch(good()))).param(parameter, "true");
        nothing_is_stored(
                api.send(IngestApi.partner(Permission.WRITE), request), before, 400, "unsupported");
    }
}
