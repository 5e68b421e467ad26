package io.tallystick.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhoneNumbersOfContactsTest {

    @SuppressWarnings("NullAway.Init")
    private static IngestApi api;

    @BeforeAll
    static void start() {
        api = IngestApi.running();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contact.number.enriched|{\"contactId\":\"c\", \"newNumber\":\"(212) 555-0123\",\"oldNumber\":\"212.555.0100\"}|{\"contactId\":\"c\", \"newNumber\":\"+12125550123\",\"oldNumber\":\"+12125550100\"}",
                "contact.number.enriched|{\"oldNumber\":\"none\",\"contactId\":\"c\",\"newNumber\":\"+1 212 555 0123\"}|{\"oldNumber\":\"none\",\"contactId\":\"c\",\"newNumber\":\"+12125550123\"}",
                "contact.number.flagged|{\"x\":{\"number\":\"(212) 555-0123\"},\"contactId\":\"c\",\"number\" : \"2125550123\" }|{\"x\":{\"number\":\"(212) 555-0123\"},\"contactId\":\"c\",\"number\" : \"+12125550123\" }",
                "contact.number.unflagged|{\"contactId\":\"c\",\"number\":\"+44 (0)20 7946 0018\"}|{\"contactId\":\"c\",\"number\":\"+442079460018\"}",
                "voice.call.completed|{\"callId\":\"c\",\"durationSeconds\":1,\"direction\":\"out\",\"contactId\":\"c\",\"outcome\":\"success\",\"to\":\"212 555 0123\"}|{\"callId\":\"c\",\"durationSeconds\":1,\"direction\":\"out\",\"contactId\":\"c\",\"outcome\":\"success\",\"to\":\"+12125550123\"}",
                "voice.call.completed|{\"callId\":\"c\",\"durationSeconds\":1,\"direction\":\"out\",\"contactId\":\"c\",\"outcome\":\"success\",\"to\":\"sip:mia@example.com\"}|{\"callId\":\"c\",\"durationSeconds\":1,\"direction\":\"out\",\"contactId\":\"c\",\"outcome\":\"success\",\"to\":\"sip:mia@example.com\"}",
                "voice.call.completed|{\"callId\":\"c\",\"durationSeconds\":1,\"direction\":\"out\",\"contactId\":\"c\",\"outcome\":\"busy\",\"to\":\"212 555 0123\"}|{\"callId\":\"c\",\"durationSeconds\":1,\"direction\":\"out\",\"contactId\":\"c\",\"outcome\":\"busy\",\"to\":\"212 555 0123\"}"
            })
    void what_tells_of_a_contacts_number_is_stored_as_e164_and_everything_else_as_it_was_sent(
            String type, String data, String stored) {
        String id = "n-" + Integer.toHexString((type + data).hashCode());

        assertThat(api.send(Event.of(type, id, data)).statuses()).containsExactly("accepted");

        assertThat(api.storedData(id)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contact.number.enriched|{\"contactId\":\"c\",\"newNumber\":\"call me\"}|invalid_phone_number /data/newNumber",
                "contact.number.enriched|{\"contactId\":\"c\",\"newNumber\":\"12\"}|invalid_phone_number /data/newNumber",
                "contact.number.enriched|{\"contactId\":\"c\",\"newNumber\":\"\"}|missing /data/newNumber",
                "contact.number.enriched|{\"contactId\":\"c\",\"newNumber\":2125550123}|wrong_type /data/newNumber",
                "contact.number.enriched|{\"newNumber\":\"2125550123\"}|missing /data/contactId",
                "contact.number.flagged|{\"contactId\":\"c\",\"number\":\"=1+1\"}|invalid_phone_number /data/number",
                "contact.number.flagged|{\"contactId\":\"\",\"number\":\"2125550123\"}|missing /data/contactId",
                "contact.number.unflagged|{\"contactId\":\"c\"}|missing /data/number"
            })
    void a_number_that_is_no_number_is_refused_with_its_place(
            String type, String data, String error) {
        Answer answer = api.send(Event.of(type, "refused", data));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode(0) + " " + answer.pointer(0)).isEqualTo(error);
    }

    @Test
    void what_is_found_again_by_is_short() {
        assertThat(api.send(enriched("short", "c".repeat(128), "2125550123")).statuses())
                .containsExactly("accepted");
        Answer answer = api.send(enriched("long", "c".repeat(129), "2125550123"));
        assertThat(answer.errorCode(0)).isEqualTo("too_long");
        assertThat(answer.pointer(0)).isEqualTo("/data/contactId");
    }

    @Test
    void a_retry_is_a_duplicate_also_when_its_number_is_none_in_the_country_of_now() {
        api.send(enriched("moved", "c", "2125550123"));

        api.moveTo("SH");
        try {
            assertThat(api.send(enriched("moved", "c", "2125550123")).statuses())
                    .containsExactly("duplicate");
            assertThat(api.send(enriched("new", "c", "2125550123")).errorCode(0))
                    .isEqualTo("invalid_phone_number");
        } finally {
            api.moveTo("US");
        }
    }

    private static Event enriched(String id, String contact, String number) {
        return Event.of(
                "contact.number.enriched",
                id,
                "{\"contactId\":\"%s\",\"newNumber\":\"%s\"}".formatted(contact, number));
    }
}
