package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An address is a member's once it has shown that it reads what is sent there.
@SuppressWarnings("NullAway.Init")
class EmailChangeTest extends RunningApplication {

    private static final String OTHER_PASSWORD = "another horse battery";

    @Autowired private People people;

    private String customer;
    private String email;
    private String next;
    private Browser browser;

    @BeforeEach
    void ask() {
        customer = "addresses-" + UUID.randomUUID();
        api().post("/api/v1/customers", Map.of("key", customer, "name", "Addresses")).expect(201);
        email = people.member(api(), customer, "viewer");
        next = "next-" + UUID.randomUUID() + "@example.com";
        browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
        ask(next);
    }

    @Test
    void the_former_address_is_used_until_the_new_one_is_confirmed() {
        assertThat(browser.get("/profile?mailed").expect(200).body())
                .contains("Follow the link", email)
                .doesNotContain(next);
        assertThat(signIn(next)).isEqualTo("/login?error");
        String link = people.emailLink(next);

        assertThat(stranger().get(link).expect(200).body()).contains(next);
        assertThat(people.exists(next)).as("to look changes nothing").isFalse();
        assertThat(confirm(link).expect(200).body()).contains(next);

        assertThat(browser.get("/profile").expect(200).body()).contains(next);
        assertThat(signIn(email)).isEqualTo("/login?error");
        assertThat(signIn(next)).isEqualTo("/");
    }

    @Test
    void the_former_address_is_told() {
        assertThat(people.body(email).orElseThrow())
                .contains(next, "somebody knows your")
                .doesNotContain("/email-changes/");
    }

    @Test
    void a_link_works_once_and_its_mail_forgets_it() {
        String link = people.emailLink(next);
        confirm(link).expect(200);

        confirm(link).expect(404);
        assertThat(stranger().get(link).expect(404).body()).contains("works once");
        assertThat(people.body(next)).isEmpty();
    }

    @Test
    void an_altered_link_changes_nothing() {
        String link = people.emailLink(next);
        char last = link.charAt(link.length() - 1);
        String altered = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');

        String anyId = "/email-changes/" + UUID.randomUUID();
        for (String wrong : List.of(altered, "/email-changes/x", anyId)) {
            stranger().get(wrong).expect(404);
            assertThat(confirm(wrong).expect(404).body()).contains("never did");
        }
        assertThat(people.exists(email)).isTrue();
    }

    @Test
    void an_expired_link_changes_nothing() throws SQLException {
        String link = people.emailLink(next);
        expire();

        stranger().get(link).expect(410);
        assertThat(confirm(link).expect(410).body()).contains("expired");
        assertThat(people.exists(email)).isTrue();
        ask(next);
        confirm(people.emailLink(next)).expect(200);
    }

    @Test
    void a_later_wish_takes_the_place_of_the_first() {
        String first = people.emailLink(next);
        String second = "second-" + UUID.randomUUID() + "@example.com";
        ask(second);

        confirm(first).expect(404);
        assertThat(people.body(next)).isEmpty();
        confirm(people.emailLink(second)).expect(200);
    }

    @Test
    void another_password_ends_the_link() {
        String link = people.emailLink(next);
        browser.submit(
                        "/profile",
                        "/profile/password",
                        Map.of("password", OTHER_PASSWORD, "current", People.PASSWORD))
                .location();

        confirm(link).expect(404);
        assertThat(people.exists(email)).isTrue();
    }

    @Test
    void signing_out_everywhere_and_being_removed_end_the_link() {
        String link = people.emailLink(next);
        browser.submit("/profile", "/profile/sessions/end", Map.of()).location();
        confirm(link).expect(404);

        browser.signIn(email, People.PASSWORD).location();
        ask(next);
        link = people.emailLink(next);
        api().delete("/api/v1/customers/" + customer + "/members/" + people.id(email)).expect(204);
        confirm(link).expect(404);
        assertThat(people.body(next)).isEmpty();
    }

    @Test
    void an_address_that_somebody_else_got_meanwhile_is_not_taken_away() {
        String link = people.emailLink(next);
        api().post(
                        "/api/v1/customers/" + customer + "/members",
                        Map.of("email", next, "role", "viewer"))
                .expect(201);
        people.accept(next, "First");

        assertThat(confirm(link).expect(409).body()).contains("has this e-mail address already");
        assertThat(people.exists(email)).isTrue();
    }

    @Test
    void nobody_is_flooded_with_mails() {
        for (int i = 0; i < 4; i++) {
            ask("flood-" + i + next);
        }

        var sixth = Map.of("email", "flood-5" + next, "current", People.PASSWORD);
        assertThat(browser.submit("/profile", "/profile/email", sixth).expect(429).body())
                .contains("Wait a day");
        confirm(people.emailLink("flood-3" + next)).expect(200);
    }

    @Test
    void another_site_cannot_confirm() {
        stranger().post(people.emailLink(next), Map.of()).expect(403);
        assertThat(people.exists(email)).isTrue();
    }

    @Test
    void of_many_who_follow_it_at_once_one_does() throws Exception {
        String link = people.emailLink(next);
        Callable<Integer> confirmation = () -> confirm(link).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(
                            threads.invokeAll(Collections.nCopies(4, confirmation)).stream()
                                    .map(Future::resultNow))
                    .containsExactlyInAnyOrder(200, 404, 404, 404);
        }
    }

    private void ask(String address) {
        assertThat(
                        browser.submit(
                                        "/profile",
                                        "/profile/email",
                                        Map.of("email", address, "current", People.PASSWORD))
                                .location())
                .isEqualTo("/profile?mailed");
    }

    private Browser stranger() {
        return new Browser(api().base());
    }

    /// As somebody does who reads mail on another device.
    private Browser.Page confirm(String link) {
        return stranger().submit("/login", link, Map.of());
    }

    private String signIn(String login) {
        return stranger().signIn(login, People.PASSWORD).location();
    }

    private void expire() throws SQLException {
        try (var connection = database().connection();
                var statement =
                        connection.prepareStatement(
                                "update work.email_change set expires_at = '2026-11-03T14:59:59Z' where email = ?")) {
            statement.setString(1, next);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
