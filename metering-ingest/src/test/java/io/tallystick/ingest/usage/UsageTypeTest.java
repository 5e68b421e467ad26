package io.tallystick.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.ingest.cloudevents.BodyShape;
import io.tallystick.ingest.cloudevents.CloudEvent;
import io.tallystick.ingest.cloudevents.CloudEventsParser;
import io.tallystick.ingest.cloudevents.ItemError;
import io.tallystick.ingest.cloudevents.ParsedItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsageTypeTest {

    private static Verdict judge(String type, String data) {
        String body =
                "{\"specversion\":\"1.0\",\"id\":\"i\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"c\"%s}"
                        .formatted(type, data.isEmpty() ? "" : ",\"data\":" + data);
        List<ParsedItem> items = new ArrayList<>();
        CloudEventsParser.parse(body.getBytes(StandardCharsets.UTF_8), BodyShape.ONE, items::add);
        CloudEvent event = ((ParsedItem.Readable) items.getFirst()).event();
        return UsageType.judge(event.type(), event.data());
    }

    private static String measure(String type, String data) {
        return switch (judge(type, data)) {
            case Verdict.Usage usage -> String.valueOf(usage.measure());
            case Verdict.Invalid(ItemError error) -> error.code() + " " + error.pointer();
        };
    }

    private static String stored(String data) {
        var usage = (Verdict.Usage) judge("sms.sent", data);
        return new String(Objects.requireNonNull(usage.data()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"callId\":\"c\",\"durationSeconds\":0}|0",
                "{\"callId\":\"c\",\"durationSeconds\":-0.0}|0",
                "{\"callId\":\"c\",\"durationSeconds\":0e300}|0",
                "{\"callId\":\"c\",\"durationSeconds\":1e9}|1000000000",
                "{\"callId\":\"c\",\"durationSeconds\":0.123456789}|0.123456789",
                "{\"callId\":\"c\",\"durationSeconds\":60.0000000000000000}|60",
                "{\"callId\":\"c\",\"durationSeconds\":60,\"direction\":\"in\",\"answered\":false,\"agent\":null}|60",
                "{\"callId\":\"c\"}|missing /data/durationSeconds",
                "{\"callId\":\"c\",\"durationSeconds\":null}|missing /data/durationSeconds",
                "{\"durationSeconds\":60}|missing /data/callId",
                "{\"callId\":\"\",\"durationSeconds\":60}|missing /data/callId",
                "{\"callId\":\"c\",\"durationSeconds\":-0.1}|out_of_range /data/durationSeconds",
                "{\"callId\":\"c\",\"durationSeconds\":1000000000.5}|out_of_range /data/durationSeconds",
                "{\"callId\":\"c\",\"durationSeconds\":0.1234567891}|out_of_range /data/durationSeconds",
                "{\"callId\":\"c\",\"durationSeconds\":60,\"direction\":\"up\"}|unknown_value /data/direction",
                "{\"callId\":\"c\",\"durationSeconds\":60,\"direction\":1}|wrong_type /data/direction",
                "{\"callId\":\"c\",\"durationSeconds\":60,\"from\":49}|wrong_type /data/from",
                "{\"callId\":\"c\",\"durationSeconds\":60,\"outcome\":{}}|wrong_type /data/outcome",
                "{\"callId\":\"c\",\"durationSeconds\":60,\"answered\":\"yes\"}|wrong_type /data/answered",
                "[]|wrong_type /data",
                "\"c\"|wrong_type /data",
                "null|missing /data/callId"
            })
    void a_completed_call_is_measured_in_seconds(String data, String expected) {
        assertThat(measure("voice.call.completed", data)).isEqualTo(expected);
    }

    @Test
    void typed_events_without_data_miss_their_first_member() {
        assertThat(measure("voice.call.completed", "")).isEqualTo("missing /data/callId");
        assertThat(measure("email.sent", "")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"callId\":\"c\",\"from\":\"+1\"}|null",
                "{\"callId\":\"c\"}|missing /data/from",
                "{\"callId\":\"c\",\"from\":\"+1\",\"to\":2}|wrong_type /data/to"
            })
    void a_blocked_call_is_only_counted(String data, String expected) {
        assertThat(measure("voice.call.blocked", data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"segments\":2}|2",
                "{\"segments\":2.0}|2",
                "{\"segments\":2,\"text\":\"short\"}|2",
                "{\"text\":\"\"}|1",
                "{\"segments\":null,\"text\":\"short\"}|1",
                "{}|missing /data/segments",
                "{\"text\":5}|wrong_type /data/text",
                "{\"segments\":0}|out_of_range /data/segments",
                "{\"segments\":1.5}|out_of_range /data/segments",
                "{\"segments\":1001}|out_of_range /data/segments",
                "{\"segments\":-1,\"text\":\"short\"}|out_of_range /data/segments"
            })
    void a_text_message_is_measured_in_segments(String data, String expected) {
        assertThat(measure("sms.sent", data)).isEqualTo(expected);
    }

    @Test
    void a_text_has_at_most_1_000_segments() {
        assertThat(measure("sms.sent", "{\"text\":\"" + "x".repeat(153_000) + "\"}"))
                .isEqualTo("1000");
        for (int length : new int[] {153_001, 1_000_000}) {
            assertThat(measure("sms.sent", "{\"text\":\"" + "x".repeat(length) + "\"}"))
                    .isEqualTo("out_of_range /data/text");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"hi\"}|{\"segments\":1}",
                "{\"text\":\"hi\",\"to\":\"+1\"}|{\"to\":\"+1\",\"segments\":1}",
                "{ \"from\" : \"\\u00e9\" , \"text\":\"hi\", \"n\":[1, {\"text\":\"x\"}] }|{\"from\" : \"\\u00e9\",\"n\":[1, {\"text\":\"x\"}],\"segments\":1}",
                "{\"segments\":3,\"te\\u0078t\":\"hi\"}|{\"segments\":3}",
                "{\"segments\":null,\"text\":\"hi\"}|{\"segments\":1}",
                "{\"segments\":3,\"text\":null}|{\"segments\":3}",
                "{ \"segments\":3 }|{ \"segments\":3 }"
            })
    void the_text_is_not_stored(String data, String expected) {
        assertThat(stored(data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|1",
                "null|1",
                "{\"recipients\":1000000}|1000000",
                "{\"recipients\":0}|out_of_range /data/recipients",
                "{\"recipients\":1000001}|out_of_range /data/recipients",
                "{\"recipients\":[\"a@b\"]}|wrong_type /data/recipients"
            })
    void an_email_is_measured_in_recipients(String data, String expected) {
        assertThat(measure("email.sent", data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storage.measured|{\"bytes\":0}|0",
                "storage.measured|{\"bytes\":1e18}|1000000000000000000",
                "storage.measured|{\"bytes\":1000000000000000001}|out_of_range /data/bytes",
                "storage.measured|{\"bytes\":-1}|out_of_range /data/bytes",
                "storage.measured|{\"bytes\":0.5}|out_of_range /data/bytes",
                "storage.measured|{}|missing /data/bytes",
                "storage.changed|{\"bytes\":-1e18}|-1000000000000000000",
                "storage.changed|{\"bytes\":1000000000000000001}|out_of_range /data/bytes",
                "storage.changed|{\"bytes\":-1000000000000000001}|out_of_range /data/bytes"
            })
    void storage_is_measured_in_bytes(String type, String data, String expected) {
        assertThat(measure(type, data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contact.number.enriched|{\"contactId\":\"c\",\"newNumber\":\"+1\",\"oldNumber\":null}|null",
                "contact.number.enriched|{\"contactId\":\"c\"}|missing /data/newNumber",
                "contact.number.enriched|{\"contactId\":\"c\",\"newNumber\":49}|wrong_type /data/newNumber",
                "contact.number.flagged|{\"contactId\":\"c\",\"number\":\"+1\"}|null",
                "contact.number.flagged|{\"number\":\"+1\"}|missing /data/contactId",
                "contact.number.flagged|{\"contactId\":\"c\",\"number\":\"+1\",\"reason\":5}|wrong_type /data/reason"
            })
    void contacts_are_only_counted(String type, String data, String expected) {
        assertThat(measure(type, data)).isEqualTo(expected);
    }

    @Test
    void any_other_type_is_free() {
        assertThat(measure("custom", "[\"5\"]")).isEqualTo("null");
        assertThat(measure("voice.call.Completed", "{}")).isEqualTo("null");
    }
}
