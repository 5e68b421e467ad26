package io.tallystick.ingest.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.eventstore.usage.Hash128;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudEventsParserTest {

    private static List<ParsedItem> parse(String body) {
        List<ParsedItem> items = new ArrayList<>();
        CloudEventsParser.parse(
                body.getBytes(StandardCharsets.UTF_8), BodyShape.ONE_OR_BATCH, items::add);
        return items;
    }

    private static String event(String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"i\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"c\",\"data\":"
                + data
                + "}";
    }

    private static CloudEvent read(String body) {
        return ((ParsedItem.Readable) parse(body).getFirst()).event();
    }

    private static Hash128 hash(String data) {
        return read(event(data)).contentHash();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":2}|{ \"b\" : 2, \"a\" : 1 }",
                "{\"a\":{\"x\":1,\"y\":[]}}|{\"a\":{\"y\":[ ],\"x\":1}}",
                "[{\"b\":1,\"a\":2}]|[{\"a\":2,\"b\":1}]",
                "\"\\u0041\\/\"|\"A/\"",
                "\"\\ud83d\\ude00\"|\"😀\"",
                "{\"\\u0062\":1,\"a\":2}|{\"a\":2,\"b\":1}"
            })
    void the_same_content_has_the_same_hash(String one, String other) {
        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @Test
    void different_content_has_different_hashes() {
        List<String> values =
                List.of(
                        "1",
                        "1.0",
                        "1e0",
                        "-1",
                        "\"1\"",
                        "true",
                        "false",
                        "null",
                        "\"true\"",
                        "\"\"",
                        "[]",
                        "{}",
                        "[[]]",
                        "[{}]",
                        "[1]",
                        "[1,1]",
                        "[\"1\"]",
                        "[\"1\",\"1\"]",
                        "[\"11\"]",
                        "[[1],1]",
                        "[[1,1]]",
                        "{\"a\":1}",
                        "{\"a\":\"1\"}",
                        "{\"b\":1}",
                        "{\"a\":{\"b\":1}}",
                        "{\"a\":{},\"b\":1}",
                        "{\"a\":[],\"b\":1}",
                        "{\"ab\":1}",
                        "{\"\":1}",
                        "[\"a\",1]",
                        "[\"sa\"]",
                        "\"s\"",
                        "\"n1\"");
        assertThat(values.stream().map(CloudEventsParserTest::hash)).doesNotHaveDuplicates();
    }

    @Test
    void each_compared_attribute_changes_the_hash() {
        String event = event("{}");
        assertThat(
                        List.of(
                                read(event).contentHash(),
                                read(event.replace("\"t\"", "\"u\"")).contentHash(),
                                read(event.replace("\"c\"", "\"d\"")).contentHash(),
                                read(event.replace(
                                                "{\"spec",
                                                "{\"time\":\"2026-01-01T00:00:00Z\",\"spec"))
                                        .contentHash(),
                                read(event.replace(
                                                "{\"spec",
                                                "{\"time\":\"2026-01-01T00:00:00+00:00\",\"spec"))
                                        .contentHash(),
                                read(event.replace(",\"data\":{}", "")).contentHash()))
                .doesNotHaveDuplicates();
        assertThat(read(event.replace("\"s\"", "\"other\"")).contentHash())
                .isEqualTo(read(event).contentHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-12.50e+3",
                "1E5",
                "\"\"",
                "\"ü\\n\"",
                "true",
                "false",
                "null",
                "{}",
                "[ ]",
                "{ \"a\" : [ -1 , \"x\" ] }"
            })
    void data_keeps_its_bytes_wherever_it_stands(String data) {
        for (String around : new String[] {"", " ", "\n\t "}) {
            for (String after : new String[] {"", ",\"z\":1"}) {
                String body = event(around + data + around).replaceAll("}$", after + "}");
                assertThat(new String(raw(body), StandardCharsets.UTF_8)).isEqualTo(data);
                String late = "[" + event("0") + ",\n" + body + "]";
                CloudEvent second = ((ParsedItem.Readable) parse(late).get(1)).event();
                assertThat(second.data().raw()).isEqualTo(raw(body));
            }
        }
    }

    private static byte[] raw(String body) {
        byte[] raw = read(body).data().raw();
        return raw == null ? new byte[0] : raw;
    }

    @Test
    void omitted_data_is_not_there() {
        assertThat(read(event("1").replace(",\"data\":1", "")).data().raw()).isNull();
    }

    @Test
    void an_unknown_attribute_is_accepted() {
        assertThat(parse(event("1").replace("{\"spec", "{\"ext\":[{\"a\":1}],\"spec")))
                .hasOnlyElementsOfType(ParsedItem.Readable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:30:00Z,2026-03-29T01:30:00Z",
        "2026-03-29t01:30:00z,2026-03-29T01:30:00Z",
        "2026-03-29T01:30:00+01:00,2026-03-29T00:30:00Z",
        "2026-03-29T01:30:00.5-03:30,2026-03-29T05:00:00.500Z",
        "2026-03-29T01:30:00.123456789Z,2026-03-29T01:30:00.123456789Z",
        "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z"
    })
    void time_is_rfc_3339(String text, String instant) {
        assertThat(Rfc3339.parse(text)).hasToString("Optional[" + instant + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-03-29T01:30:00",
                "2026-03-29T01:30:60Z",
                "2026-13-29T01:30:00Z",
                "2026-03-29T01:30:00.1234567891Z",
                "2026-03-29T01:30:00+1:00",
                "2026-03-29T01:30:00+19:00",
                "+2026-03-29T01:30:00Z",
                "2026-03-29T01:30:00,5Z",
                "٢٠٢٦-03-29T01:30:00Z",
                "2026-03-29T01:30:00.5"
            })
    void anything_else_is_no_time(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }

    @Test
    void more_than_10_000_items_are_too_many_whatever_they_are() {
        String body = "[" + "0,".repeat(10_000) + "0]";
        assertThatThrownBy(() -> parse(body)).isInstanceOf(TooManyEvents.class);
    }

    /// No input may end in anything but items or a refusal.
    @Test
    void a_body_with_random_damage_is_read_or_refused() {
        long seed = Long.getLong("tallystick.test.seed", new Random().nextLong());
        System.out.println("-Dtallystick.test.seed=" + seed);
        var random = new Random(seed);
        byte[] whole =
                ("["
                                + event("{\"a\":[1,2e3,\"\\ud83d\\ude00ü\",NaN]}")
                                + ","
                                + event("\"x\"")
                                + "]")
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 50_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(3));
            for (int hit = random.nextInt(4); hit >= 0; hit--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(-128, 128);
            }
            try {
                CloudEventsParser.parse(damaged, BodyShape.ONE_OR_BATCH, item -> {});
            } catch (MalformedBody e) {
                assertThat(e.detail()).isNotEmpty();
            }
        }
    }
}
