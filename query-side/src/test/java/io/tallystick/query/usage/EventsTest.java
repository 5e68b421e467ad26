package io.tallystick.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.query.testing.Rows;
import io.tallystick.query.testing.TestApi;
import io.tallystick.query.testing.TestApi.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventsTest {

    private static final TestApi API = new TestApi();
    private static final String EVENTS = "/api/v1/events";
    private static final String NOON = "2026-06-01T12:00:00.123456Z";

    private final UUID tenant = API.partner("partner-" + UUID.randomUUID());
    private final Customer acme = API.customer(tenant, "acme", "UTC");
    private final Customer bolt = API.customer(tenant, "bolt", "UTC");
    private final Rows ofAcme = new Rows(tenant, acme.customerId());
    private final Rows ofBolt = new Rows(tenant, bolt.customerId());

    @BeforeEach
    void isAPartner() {
        API.asPartner(tenant, Permission.READ);
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void an_event_is_shown_with_its_data_as_it_was_sent() {
        long position = API.usage(ofAcme.sms(NOON, "1.50"));

        JsonNode item = API.get(EVENTS).json().path("items").path(0);

        assertThat(item.path("position").asLong()).isEqualTo(position);
        assertThat(item.path("ordinal").asInt()).isZero();
        assertThat(item.path("subject").asString()).isEqualTo("acme");
        assertThat(item.path("type").asString()).isEqualTo("sms.sent");
        assertThat(item.path("source").asString()).isEqualTo("sms");
        assertThat(item.path("time").asString()).isEqualTo(NOON);
        assertThat(item.path("measure").isString()).isTrue();
        assertThat(item.path("measure").asString()).isEqualTo("1.50");
        assertThat(API.get(EVENTS).text()).contains("\"data\":{\"segments\": 1}");
    }

    @Test
    void pages_go_through_events_of_one_time_without_a_gap_or_a_repetition() {
        List<UsageRow> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            rows.add(i % 2 == 0 ? ofAcme.sms(NOON, "1") : ofBolt.sms(NOON, "1"));
        }
        API.usage(rows.subList(0, 3));
        API.usage(rows.subList(3, 7));

        List<String> seen = new ArrayList<>();
        Answer page = API.get(EVENTS, "limit", "2");
        ids(page, seen);
        while (page.json().path("nextCursor").isString()) {
            page =
                    API.get(
                            EVENTS,
                            "limit",
                            "2",
                            "cursor",
                            page.json().path("nextCursor").asString());
            ids(page, seen);
        }

        List<String> newestFirst = new ArrayList<>(rows.stream().map(UsageRow::id).toList());
        assertThat(seen).isEqualTo(newestFirst.reversed());
    }

    @Test
    void filters_are_combined() {
        UsageRow wanted = ofAcme.sms("2026-06-02T00:00:00Z", "1");
        API.usage(
                wanted,
                ofAcme.sms("2026-06-03T00:00:00Z", "1"),
                ofAcme.call("2026-06-02T00:00:00Z", "1", "Mia"),
                ofBolt.sms("2026-06-02T00:00:00Z", "1"));
        String[] filters = {
            "subject", "acme",
            "type", "sms.sent",
            "source", "sms",
            "from", "2026-06-02T00:00:00Z",
            "to", "2026-06-03T00:00:00Z"
        };

        assertThat(ids(API.get(EVENTS, filters), new ArrayList<>())).containsExactly(wanted.id());
        assertThat(ids(API.get(EVENTS, "id", wanted.id()), new ArrayList<>()))
                .containsExactly(wanted.id());
        assertThat(ids(API.get(EVENTS, "subject", "nobody"), new ArrayList<>())).isEmpty();
    }

    @Test
    void foreign_events_are_neither_listed_nor_found() {
        UUID other = API.partner("other-" + UUID.randomUUID());
        Customer theirs = API.customer(other, "theirs", "UTC");
        long position = API.usage(new Rows(other, theirs.customerId()).sms(NOON, "1"));

        assertThat(ids(API.get(EVENTS), new ArrayList<>())).isEmpty();
        assertThat(ids(API.get(EVENTS, "subject", "theirs"), new ArrayList<>())).isEmpty();
        assertThat(API.get(EVENTS + "/" + position + "/0").problem())
                .isEqualTo("404 event_not_found");
        assertThat(API.get(EVENTS + "/999999999/0").problem()).isEqualTo("404 event_not_found");
        // A fact is no usage event.
        assertThat(API.get(EVENTS + "/1/0").problem()).isEqualTo("404 event_not_found");
    }

    @Test
    void a_customers_key_sees_its_own_events_only() {
        UsageRow own = ofAcme.sms(NOON, "1");
        long position = API.usage(own, ofBolt.sms(NOON, "1"));
        API.asCustomer(tenant, acme.customerId());

        assertThat(ids(API.get(EVENTS), new ArrayList<>())).containsExactly(own.id());
        assertThat(ids(API.get(EVENTS, "subject", "bolt"), new ArrayList<>())).isEmpty();
        assertThat(API.get(EVENTS + "/" + position + "/0").json().path("id").asString())
                .isEqualTo(own.id());
        assertThat(API.get(EVENTS + "/" + position + "/1").problem())
                .isEqualTo("404 event_not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0 => limit",
                "limit=201 => limit",
                "from=June => from",
                "from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z => from",
                "cursor=%%% => cursor",
                "cursor=AAAA => cursor"
            })
    void what_cannot_be_answered_is_refused_with_its_pointer(String example) {
        String[] parts = example.split(" => ");
        List<String> pairs = new ArrayList<>();
        for (String pair : parts[0].split("&")) {
            pairs.addAll(List.of(pair.split("=", 2)));
        }

        assertThat(API.get(EVENTS, pairs.toArray(String[]::new)).problem())
                .isEqualTo("400 invalid_request " + parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807|1|1",
                "1|x|1",
                "1|1|99999999999",
                "1|1",
                "1|1|1|1",
                "||"
            })
    void a_changed_cursor_is_refused(String parts) {
        String cursor =
                Base64.getUrlEncoder()
                        .encodeToString(
                                parts.replace('|', '\u001f').getBytes(StandardCharsets.UTF_8));

        assertThat(API.get(EVENTS, "cursor", cursor).problem())
                .isEqualTo("400 invalid_request cursor");
    }

    @Test
    void a_place_that_is_no_number_is_refused() {
        assertThat(API.get(EVENTS + "/x/0").problem()).isEqualTo("400 invalid_request position");
        assertThat(API.get(EVENTS, "limit", "many").status()).isEqualTo(400);
    }

    @Test
    void a_key_that_may_not_read_is_refused() {
        API.asPartner(tenant, Permission.WRITE);

        assertThat(API.get(EVENTS).problem()).isEqualTo("403 permission_missing");
        assertThat(API.get(EVENTS + "/1/0").problem()).isEqualTo("403 permission_missing");
    }

    private static List<String> ids(Answer answer, List<String> into) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        answer.json().path("items").forEach(item -> into.add(item.path("id").asString()));
        return into;
    }
}
