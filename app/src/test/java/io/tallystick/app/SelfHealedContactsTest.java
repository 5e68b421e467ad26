package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Numbers are enriched, confirmed, flagged, listed and taken away.
@SuppressWarnings("NullAway.Init")
class SelfHealedContactsTest extends RunningApplication {

    private static final String OLD = "+14155550100";
    private static final String NEW = "+14155550111";

    @Autowired private People people;

    private final String key = "healing-" + UUID.randomUUID();
    private final String path = "/api/v1/customers/" + key + "/self-healed-contacts";

    private long position;

    @BeforeEach
    void customer() {
        api().post("/api/v1/customers", Map.of("key", key, "name", "Healing", "country", "US"))
                .expect(201);
    }

    @Test
    void a_number_that_was_enriched_and_then_confirmed_is_listed_however_it_was_written() {
        enriched("c-1", "10:00", "(415) 555-0111", "415.555.0100", "crm-1");
        assertThat(items("")).isEmpty();

        call("c-1", "11:00", "1-415-555-0111", "success");

        JsonNode item = only(items(""));
        assertThat(item.get("contactId").asString()).isEqualTo("c-1");
        assertThat(item.get("externalId").asString()).isEqualTo("crm-1");
        assertThat(item.get("oldNumber").asString()).isEqualTo(OLD);
        assertThat(item.get("newNumber").asString()).isEqualTo(NEW);
        assertThat(item.get("enrichedAt").asString()).isEqualTo("2026-11-03T10:00:00Z");
        assertThat(item.get("confirmedAt").asString()).isEqualTo("2026-11-03T11:00:00Z");
        assertThat(item.get("state").asString()).isEqualTo("healed");
        assertThat(item.get("flaggedAt").isNull()).isTrue();
    }

    @Test
    void what_came_before_counts_by_its_time_and_not_by_its_arrival() {
        call("late", "11:00", NEW, "success");
        enriched("late", "10:00", NEW, OLD, null);
        enriched("early", "10:00", NEW, OLD, null);
        call("early", "09:00", NEW, "success");

        assertThat(only(items("")).get("contactId").asString()).isEqualTo("late");
    }

    @Test
    void a_number_that_is_flagged_later_leaves_the_list_and_comes_back_when_that_is_taken_back() {
        enriched("c-1", "10:00", NEW, OLD, "crm-1");
        call("c-1", "11:00", NEW, "success");
        flag("c-1", "flagged", "12:00", NEW);

        assertThat(items("")).isEmpty();
        JsonNode flagged = only(items("?state=flagged"));
        assertThat(flagged.get("state").asString()).isEqualTo("flagged");
        assertThat(flagged.get("flaggedAt").asString()).isEqualTo("2026-11-03T12:00:00Z");

        flag("c-1", "unflagged", "13:00", NEW);

        assertThat(only(items("")).get("confirmedAt").asString()).isEqualTo("2026-11-03T11:00:00Z");
        assertThat(states("c-1")).containsExactly("healed", "flagged", "healed");
    }

    @Test
    void a_call_that_reached_somebody_else_is_a_flag() {
        enriched("c-1", "10:00", NEW, OLD, null);
        call("c-1", "11:00", NEW, "success");
        call("c-1", "12:00", NEW, "wrong_number");

        assertThat(items("")).isEmpty();
        assertThat(states("c-1")).containsExactly("flagged", "healed");
    }

    @Test
    void what_is_flagged_before_it_is_confirmed_was_never_healed() {
        flag("c-1", "flagged", "09:00", NEW);
        enriched("c-1", "10:00", NEW, OLD, null);
        call("c-1", "11:00", NEW, "success");

        assertThat(items("?state=all")).isEmpty();
        assertThat(states("c-1")).isEmpty();
    }

    @Test
    void old_numbers_other_contacts_and_inbound_calls_heal_nothing() {
        enriched("same", "10:00", OLD, OLD, null);
        call("same", "11:00", OLD, "success");
        enriched("c-1", "10:00", NEW, OLD, null);
        call("c-2", "11:00", NEW, "success");
        send("voice.call.completed", "11:00", callData("c-1", NEW, "success", "in"));
        call("c-1", "11:00", NEW, "no_answer");

        assertThat(items("?state=all")).isEmpty();
    }

    @Test
    void filters_are_and_combined_and_pages_follow_each_other() {
        for (int i = 0; i < 5; i++) {
            enriched("c-" + i, "09:00", NEW, OLD, "crm-" + i % 2);
            call("c-" + i, "1" + i + ":00", NEW, "success");
        }

        assertThat(contacts(items("?externalId=crm-1&from=2026-11-03T12:00:00Z")))
                .containsExactly("c-3");
        assertThat(contacts(items("?contactId=c-2"))).containsExactly("c-2");
        assertThat(contacts(items("?to=2026-11-03T11:00:00Z"))).containsExactly("c-0");
        List<String> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonNode found = list("?limit=2" + cursor);
            all.addAll(contacts(found.get("items")));
            cursor = "&cursor=" + found.get("nextCursor").asString("");
        }
        assertThat(all).containsExactly("c-4", "c-3", "c-2", "c-1", "c-0");
    }

    @ParameterizedTest
    @CsvSource({
        "?state=sick, unknown_value",
        "?from=yesterday, invalid_time",
        "?from=2026-11-03T12:00:00Z&to=2026-11-03T12:00:00Z, not_before_to",
        "?cursor=nonsense, invalid_cursor",
        "/history, required"
    })
    void a_question_without_sense_is_refused(String question, String code) {
        Api.Answer refused = api().get(path + question).expectProblem(400, "invalid_request");

        assertThat(SectionsApi.codes(refused)).containsExactly(code);
    }

    @Test
    void a_file_has_the_chosen_columns_in_their_order_and_each_one_is_in_the_system_log() {
        enriched("=2+5", "10:00", NEW, "=cmd|' /C calc'!A0", "\u00a0\uff1d1+1");
        call("=2+5", "11:00", NEW, "success");
        enriched("nameless", "09:00", NEW, null, null);
        call("nameless", "10:00", NEW, "success");

        Api.Answer file = export("columns=newNumber,oldNumber,externalId,contactId").expect(200);
        export("columns=externalId").expect(200);
        export("columns=externalId").expect(200);

        assertThat(file.body())
                .isEqualTo(
                        """
                        New Number,Old Number,External ID,Contact ID\r
                        +14155550111,'=cmd|' /C calc'!A0,'\u00a0\uff1d1+1,'=2+5\r
                        +14155550111,,,nameless\r
                        """);
        assertThat(file.position()).isGreaterThanOrEqualTo(position);
        assertThat(exports())
                .containsExactly(
                        "Self-healed contacts were exported as csv: 2 rows with the columns externalId.",
                        "Self-healed contacts were exported as csv: 2 rows with the columns externalId.",
                        "Self-healed contacts were exported as csv: 2 rows with the columns newNumber, oldNumber, externalId, contactId.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', required",
        "columns=, required",
        "columns=phone, unknown_value",
        "'columns=newNumber,', unknown_value",
        "'columns=newNumber,newNumber', duplicate_value"
    })
    void a_file_without_columns_or_with_unknown_ones_is_refused_and_nothing_was_taken(
            String columns, String code) {
        Api.Answer refused = export(columns).expectProblem(400, "invalid_request");

        assertThat(SectionsApi.codes(refused)).containsExactly(code);
        assertThat(exports()).isEmpty();
    }

    @Test
    void people_who_may_only_look_see_a_part_of_each_number_and_take_no_more_away() {
        enriched("c-1", "10:00", NEW, OLD, "crm-1");
        call("c-1", "11:00", NEW, "success");
        items("");
        String page = "/customers/" + key + "/contacts";

        String shown = member("viewer").get(page).expect(200).body();
        String taken = member("viewer").get(page + "/export?columns=newNumber").expect(200).body();

        assertThat(shown).contains("+1415*****11", "+1415*****00").doesNotContain(NEW, OLD);
        assertThat(taken).isEqualTo("New Number\r\n'+1415*****11\r\n");
        assertThat(member("manager").get(page).expect(200).body()).contains(NEW, OLD);
    }

    @Test
    void the_page_shows_what_became_of_a_contact_and_refuses_a_file_without_columns() {
        enriched("c-1", "10:00", NEW, OLD, "crm-1");
        call("c-1", "11:00", NEW, "success");
        flag("c-1", "flagged", "12:00", NEW);
        items("");
        String page = "/customers/" + key + "/contacts";
        Browser owner = member("owner");

        assertThat(owner.get(page).expect(200).body()).contains("No self-healed contacts");
        assertThat(owner.get(page + "?state=flagged").expect(200).body())
                .contains("data-contact=\"c-1\"", "crm-1", "/contacts/history?state=flagged");
        assertThat(owner.get(page + "/history?contactId=c-1").expect(200).body())
                .contains("Flagged as a wrong number", "Healed");
        assertThat(owner.get(page + "/export").expect(400).body())
                .contains("At least one column is required.");
        assertThat(owner.get(page + "/export?state=all&columns=oldNumber&columns=newNumber"))
                .satisfies(file ->
                        assertThat(file.expect(200).body())
                                .isEqualTo("Old Number,New Number\r\n" + OLD + "," + NEW + "\r\n"));
    }

    private Browser member(String role) {
        var browser = new Browser(api().base());
        browser.signIn(people.member(api(), key, role), People.PASSWORD).location();
        return browser;
    }

    private Api.Answer export(String query) {
        return api().get(
                        path + "?" + query,
                        "Accept",
                        "text/csv",
                        "Tallystick-Wait-For",
                        Long.toString(position));
    }

    private List<String> exports() {
        var another = Map.of("key", "after-" + UUID.randomUUID(), "name", "Later");
        long head = api().post("/api/v1/customers", another).expect(201).position();
        JsonNode found =
                api().getAfter(head, "/api/v1/customers/" + key + "/system-log?type=export")
                        .expect(200)
                        .json();
        return found.get("items").findValuesAsString("summary");
    }

    private List<String> states(String contact) {
        return api().getAfter(position, path + "/history?contactId=" + contact)
                .expect(200)
                .json()
                .get("items")
                .findValuesAsString("state");
    }

    private static List<String> contacts(JsonNode items) {
        return items.findValuesAsString("contactId");
    }

    private JsonNode items(String query) {
        return list(query).get("items");
    }

    private JsonNode list(String query) {
        return api().getAfter(position, path + query).expect(200).json();
    }

    private static JsonNode only(JsonNode items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private void enriched(
            String contact,
            String time,
            String newNumber,
            @Nullable String oldNumber,
            @Nullable String externalId) {
        Map<String, Object> data = new HashMap<>();
        data.put("contactId", contact);
        data.put("newNumber", newNumber);
        if (oldNumber != null) {
            data.put("oldNumber", oldNumber);
        }
        if (externalId != null) {
            data.put("externalId", externalId);
        }
        send("contact.number.enriched", time, data);
    }

    private void call(String contact, String time, String to, String outcome) {
        send("voice.call.completed", time, callData(contact, to, outcome, "out"));
    }

    private static Map<String, Object> callData(
            String contact, String to, String outcome, String direction) {
        return Map.of(
                "callId", "call",
                "durationSeconds", 61,
                "direction", direction,
                "contactId", contact,
                "to", to,
                "outcome", outcome);
    }

    private void flag(String contact, String what, String time, String number) {
        send("contact.number." + what, time, Map.of("contactId", contact, "number", number));
    }

    private void send(String type, String time, Map<String, Object> data) {
        Map<String, Object> event =
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
                        key,
                        "time",
                        "2026-11-03T" + time + ":00Z",
                        "data",
                        data);
        position = api().post("/api/v1/events", List.of(event)).expect(200).position();
    }
}
