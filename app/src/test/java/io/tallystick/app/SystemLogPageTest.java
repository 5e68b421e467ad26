package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.app.log.AccessFlush;
import io.tallystick.eventstore.LogHead;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SystemLogPageTest extends RunningApplication {

    private static final Pattern ENTRY = Pattern.compile("data-entry=\"([0-9]+-[0-9]+)\"");

    @Autowired private People people;
    @Autowired private AccessFlush accesses;
    @Autowired private LogHead head;

    private final String key = "paged-" + System.nanoTime();
    private final String page = "/customers/" + key + "/system-log";
    private Browser browser;

    @BeforeEach
    void enter() {
        browser = new Browser(api().base());
        browser.signIn("operator", PASSWORD);
        api().post("/api/v1/customers", Map.of("key", key, "name", "Paged & Co")).expect(201);
        long position =
                api().patch("/api/v1/customers/" + key, Map.of("name", "<b>Bold</b>"))
                        .expect(200)
                        .position();
        api().getAfter(position, "/api/v1" + page).expect(200);
    }

    @Test
    void entries_and_what_they_changed_are_shown_as_text() {
        String list = browser.get(page).expect(200).body();
        assertThat(list)
                .contains("Details of the customer &lt;b&gt;Bold&lt;/b&gt; were changed.")
                .contains("by Operator key")
                .doesNotContain("<script>", " style=\"");

        String entry = browser.get(page + "?q=details+of").expect(200).body();
        var id = ENTRY.matcher(entry);
        assertThat(id.find()).isTrue();
        assertThat(browser.get(page + "/" + id.group(1)).expect(200).body())
                .contains("<del>Paged &amp; Co</del>", "<ins>&lt;b&gt;Bold&lt;/b&gt;</ins>")
                .contains("access.CustomerDetailsChanged");
    }

    @Test
    void a_refused_request_is_found_by_the_id_that_its_sender_was_told() {
        var reader = Map.of("name", "Reader", "permissions", List.of("read"));
        String keys = "/api/v1/customers/" + key + "/api-keys";
        String secret = api().post(keys, reader).expect(201).json().get("secret").asString();
        String traceId =
                api().withKey(secret)
                        .post(keys, reader)
                        .expect(403)
                        .json()
                        .get("traceId")
                        .asString();
        accesses.flush();
        api().getAfter(head.refresh(), "/api/v1" + page).expect(200);

        String list = browser.get(page + "?q=" + traceId).expect(200).body();
        assertThat(list).contains("Was refused once for want of a right: POST ");
        var id = ENTRY.matcher(list);
        assertThat(id.find()).isTrue();
        assertThat(browser.get(page + "/" + id.group(1)).expect(200).body())
                .contains("<dt>Outcome</dt><dd>Denied</dd>", traceId);
    }

    @Test
    void a_filter_that_cannot_be_is_told_on_the_page() {
        assertThat(browser.get(page + "?from=2026-03-02&to=2026-01-01").expect(400).body())
                .contains("from must be before to.");
        assertThat(browser.get(page + "?from=yesterday").expect(400).body())
                .contains("A day is written like 2026-01-31.");
        assertThat(browser.get(page + "?cursor=abc").expect(400).body())
                .contains("The cursor is not one of ours.");
        browser.get(page + "/0-0").expect(404);
    }

    @Test
    void a_file_is_downloaded_with_the_filter() {
        var csv = browser.get(page + "/export?format=csv&type=data_change").expect(200);

        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.header("content-disposition")).contains("system-log.csv");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(browser.get(page + "/export?format=ndjson").expect(200).body())
                .contains("\"action\":\"access.CustomerCreated\"");
        browser.get(page + "/export?format=pdf").expect(400);
    }

    @Test
    void the_installation_has_a_log_of_its_own() {
        assertThat(browser.get("/system-log?installation=true&q=operator").expect(200).body())
                .contains("operator signed in.");
        assertThat(browser.get("/system-log?q=operator+signed").expect(200).body())
                .doesNotContain("operator signed in.");
    }

    @Test
    void a_customers_people_are_not_told_who_is_above_them() {
        String email = people.member(api(), key, "admin");
        var theirs = new Browser(api().base());
        theirs.signIn(email, People.PASSWORD);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(theirs.get(page).expect(200).body())
                                .contains(email + " signed in.")
                                .contains("by The operator")
                                .doesNotContain("Operator key"));
        theirs.get("/system-log").expect(404);

        String viewer = people.member(api(), key, "viewer");
        var looking = new Browser(api().base());
        looking.signIn(viewer, People.PASSWORD);
        looking.get(page).expect(403);
        assertThat(looking.get("/customers/" + key).expect(200).body())
                .doesNotContain("System log");
    }
}
