package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The calls of a customer, and blocking a caller from there.
@SuppressWarnings("NullAway.Init")
class CallsPageTest extends RunningApplication {

    private static final String UNWANTED = "+12025550100";

    @Autowired private People people;

    private SectionsApi settings;
    private String page;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
        page = "/customers/" + settings.customer() + "/calls";
    }

    @Test
    void an_admin_blocks_a_caller_from_the_list_and_lands_on_the_same_days() {
        // A number without its country is one of the customer's.
        call("1", "2026-11-02T10:00:00Z", incoming("(202) 555-0100"));
        call("2", "2026-11-02T11:00:00Z", incoming(UNWANTED));
        Browser admin = member("admin");
        assertThat(admin.get(page).expect(200).body())
                .contains("(202) 555-0100", "Incoming call", ">1:20</dd>", ">hung up</dd>")
                .contains("\"Block " + UNWANTED + "\"")
                .doesNotContain(">Blocked</span>");

        var fields = Map.of("number", UNWANTED, "from", "2026-11-01", "to", "2026-11-02");
        String next = admin.submit(page, page + "/block", fields).location();

        assertThat(next).isEqualTo(page + "?from=2026-11-01&to=2026-11-02");
        assertThat(admin.get(next).expect(200).body())
                .contains(">Blocked</span>")
                .doesNotContain("\"Block +");
        assertThat(
                        api().get(settings.path() + "/blocked-callers/" + UNWANTED)
                                .json()
                                .get("blocked")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void only_a_caller_who_shows_a_number_can_be_blocked() {
        call("1", "2026-11-02T10:00:00Z", incoming("anonymous"));
        call("2", "2026-11-02T11:00:00Z", Map.of("direction", "out", "to", UNWANTED));
        call("3", "2026-11-02T12:00:00Z", Map.of("from", UNWANTED));
        call("4", "2026-11-02T13:00:00Z", Map.of());

        Browser admin = member("admin");
        assertThat(admin.get(page).expect(200).body())
                .contains("anonymous", "Outgoing call", "Unknown")
                .doesNotContain("\"Block ");
        String refused =
                admin.submit(page, page + "/block", Map.of("number", "anonymous"))
                        .expect(400)
                        .body();
        assertThat(refused).contains("role=\"alert\"", "An anonymous caller");
    }

    @Test
    void who_may_not_block_has_no_button_and_who_may_only_look_sees_a_part_of_each_number() {
        call("1", "2026-11-02T10:00:00Z", incoming(UNWANTED));

        assertThat(member("manager").get(page).expect(200).body())
                .contains(UNWANTED)
                .doesNotContain("\"Block ", "You see a part");
        Browser viewer = member("viewer");
        assertThat(viewer.get(page).expect(200).body())
                .contains("+1202*****00", "You see a part of each number")
                .doesNotContain(UNWANTED, "\"Block ");
        viewer.submit("/profile", page + "/block", Map.of("number", UNWANTED)).expect(403);
    }

    @Test
    void calls_are_paged_from_the_newest_on() {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batch.add(
                    event(
                            "c" + i,
                            "2026-11-02T10:%02d:00Z".formatted(i),
                            Map.of("agent", "agent " + i + ".")));
        }
        report(batch);
        Browser admin = member("admin");

        String first = admin.get(page).expect(200).body();
        assertThat(first).contains("agent 59.", "agent 10.").doesNotContain("agent 9.");
        String older = first.replaceFirst("(?s).*href=\"([^\"]*cursor=[^\"]*)\".*", "$1");
        assertThat(admin.get(older).expect(200).body())
                .contains("agent 9.", "agent 0.")
                .doesNotContain("agent 10.", "Older ones");
    }

    @Test
    void days_that_select_nothing_are_told() {
        call("1", "2026-11-02T10:00:00Z", incoming(UNWANTED));
        Browser admin = member("admin");

        assertThat(admin.get(page + "?to=2026-11-01").expect(200).body()).contains("No calls");
        assertThat(admin.get(page + "?from=2026-11-03&to=2026-11-01").expect(400).body())
                .contains("from must be before to");
        assertThat(admin.get(page + "?from=yesterday").expect(400).body())
                .contains("A day is written like");
        assertThat(admin.get(page + "?cursor=mine").expect(400).body())
                .contains("The cursor is not one of ours");
    }

    private static Map<String, Object> incoming(String from) {
        return Map.of("direction", "in", "from", from, "to", "+12025550199", "outcome", "hung up");
    }

    private void call(String id, String time, Map<String, Object> told) {
        report(List.of(event(id, time, told)));
    }

    private Map<String, Object> event(String id, String time, Map<String, Object> told) {
        Map<String, Object> data = new HashMap<>(told);
        data.put("callId", id);
        data.put("durationSeconds", 80.5);
        return Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "/calls",
                "type",
                "voice.call.completed",
                "subject",
                settings.customer(),
                "time",
                time,
                "data",
                data);
    }

    /// The page shows the customer once the directory has it; its rows come straight from the log.
    private void report(List<Map<String, Object>> events) {
        long position = api().post("/api/v1/events", events).expect(200).position();
        api().getAfter(position, settings.path()).expect(200);
    }

    private Browser member(String role) {
        var browser = new Browser(api().base());
        browser.signIn(people.member(api(), settings.customer(), role), People.PASSWORD).location();
        return browser;
    }
}
