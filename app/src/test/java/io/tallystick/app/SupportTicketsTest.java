package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A customer asks, its partner answers.
@SuppressWarnings("NullAway.Init")
class SupportTicketsTest extends RunningApplication {

    private static final String SECRET = "the line of our biggest client is dead";

    @Autowired private People people;

    private SectionsApi customer;
    private Api own;
    private String tickets;

    @BeforeEach
    void customer() {
        customer = SectionsApi.of(api());
        own = api().withKey(customer.key("write"));
        tickets = customer.path() + "/support-tickets";
    }

    @Test
    void a_question_is_answered_closed_and_opened_again() {
        String ticket = open("No sound");
        comment(own, ticket, "Since yesterday.").expect(204);
        long position = comment(api(), ticket, "We look at it.").expect(204).position();

        JsonNode read = api().getAfter(position, ticket).expect(200).json();
        assertThat(read.get("ticket").get("comments").asInt()).isEqualTo(2);
        assertThat(read.get("texts").findValuesAsString("text"))
                .containsExactly(SECRET, "Since yesterday.", "We look at it.");
        assertThat(read.get("texts").findValuesAsString("side"))
                .containsExactly("customer", "customer", "partner");

        move(ticket, "closed").expect(204);
        comment(own, ticket, "Too late").expectProblem(409, "ticket_closed");
        position = move(ticket, "open").expect(204).position();
        assertThat(move(ticket, "open").expect(204).position()).isGreaterThanOrEqualTo(position);
        comment(own, ticket, "Again").expect(204);
    }

    @Test
    void a_customer_does_not_learn_who_above_it_answers() {
        String ticket = open("Who is there?");
        long position = comment(api(), ticket, "We are.").expect(204).position();

        JsonNode mine = own.getAfter(position, ticket).expect(200).json().get("texts");
        JsonNode theirs = api().getAfter(position, ticket).expect(200).json().get("texts");

        assertThat(mine.get(0).get("author").asString()).isEqualTo("Test");
        assertThat(mine.get(1).get("author").isNull()).isTrue();
        assertThat(theirs.get(1).get("author").isNull()).isFalse();
    }

    @Test
    void tickets_are_listed_by_state_page_by_page() {
        String closed = open("First");
        open("Second");
        String last = open("Third");
        long position = move(closed, "closed").expect(204).position();

        assertThat(subjects(position, "?state=open")).containsExactly("Third", "Second");
        assertThat(subjects(position, "?state=closed")).containsExactly("First");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = own.get(tickets + "?limit=1" + cursor).expect(200).json();
            seen.add(page.get("items").get(0).get("subject").asString());
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("Third", "Second", "First");
        own.get(tickets + "?state=lost").expectProblem(400, "invalid_request");
        assertThat(last).isNotEqualTo(closed);
    }

    @Test
    void a_partner_lists_the_tickets_of_its_customers() {
        String ticket = open("Of many");
        long position = comment(own, ticket, "x").expect(204).position();

        JsonNode all = api().getAfter(position, "/api/v1/support-tickets").expect(200).json();

        assertThat(all.get("items").findValuesAsString("subject")).contains("Of many");
        own.get("/api/v1/support-tickets").expectProblem(403, "partner_only");
    }

    @Test
    void a_ticket_of_somebody_else_is_not_there() {
        String ticket = open("Mine");
        var other = SectionsApi.of(api());
        String id = ticket.substring(ticket.lastIndexOf('/') + 1);
        String there = other.path() + "/support-tickets/" + id;

        api().get(there).expectProblem(404, "support_ticket_not_found");
        comment(api(), there, "x").expectProblem(404, "support_ticket_not_found");
        move(there, "closed").expectProblem(404, "support_ticket_not_found");
        comment(api(), tickets + "/" + UUID.randomUUID(), "x")
                .expectProblem(404, "support_ticket_not_found");
        comment(api(), tickets + "/x", "x").expectProblem(404, "support_ticket_not_found");
    }

    @Test
    void who_may_only_read_has_no_tickets() {
        Api reader = api().withKey(customer.key("read"));

        reader.get(tickets).expectProblem(403, "permission_missing");
        reader.post(tickets, Map.of("subject", "x", "text", "y"))
                .expectProblem(403, "permission_missing");
    }

    @Test
    void the_log_tells_the_subject_and_never_the_text() {
        String ticket = open("No sound");
        long position = comment(own, ticket, SECRET + " still").expect(204).position();

        String log =
                api().getAfter(position, customer.path() + "/system-log?q=ticket")
                        .expect(200)
                        .body();

        assertThat(log).contains("No sound").doesNotContain("biggest client");
    }

    @Test
    void faults_are_named_at_once() {
        Api.Answer refused =
                own.post(tickets, Map.of("priority", "asap")).expectProblem(400, "invalid_request");

        assertThat(SectionsApi.codes(refused))
                .containsExactly("required", "required", "unknown_value");
    }

    @Test
    void a_manager_asks_on_the_page_and_a_viewer_does_not() {
        String page = "/customers/" + customer.customer() + "/support";
        Browser manager = member("manager");
        Browser viewer = member("viewer");

        String ticket =
                manager.submit(
                                page,
                                page,
                                Map.of(
                                        "subject", "<b>Loud</b>",
                                        "text", SECRET,
                                        "priority", "high"))
                        .location();
        assertThat(manager.get(ticket).expect(200).body())
                .contains("&lt;b&gt;Loud", SECRET, "A manager", "Close the ticket");
        manager.submit(ticket, ticket + "/comments", Map.of("text", "More")).location();
        manager.submit(ticket, ticket + "/state", Map.of("state", "closed")).location();
        assertThat(manager.get(page).expect(200).body()).contains("data-state=\"closed\"");
        assertThat(
                        manager.submit(ticket, ticket + "/comments", Map.of("text", "Late"))
                                .expect(409)
                                .body())
                .contains("Reopen it first");

        viewer.get(page).expect(403);
        viewer.get(ticket).expect(403);
        assertThat(
                        viewer.get("/customers/" + customer.customer() + "/settings?tab=support")
                                .location())
                .isEqualTo("/profile");
    }

    private Browser member(String role) {
        var browser = new Browser(api().base());
        browser.signIn(people.member(api(), customer.customer(), role), People.PASSWORD).location();
        return browser;
    }

    /// @return the path of the ticket
    private String open(String subject) {
        String id =
                own.post(tickets, Map.of("subject", subject, "text", SECRET))
                        .expect(201)
                        .json()
                        .get("id")
                        .asString();
        return tickets + "/" + id;
    }

    private static Api.Answer comment(Api who, String ticket, String text) {
        return who.post(ticket + "/comments", Map.of("text", text));
    }

    private Api.Answer move(String ticket, String state) {
        return api().patch(ticket, Map.of("state", state));
    }

    private List<String> subjects(long position, String query) {
        return own.getAfter(position, tickets + query)
                .expect(200)
                .json()
                .get("items")
                .findValuesAsString("subject");
    }
}
