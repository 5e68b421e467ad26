package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.command.Commands;
import io.tallystick.command.access.ChangeOwnEmail;
import io.tallystick.command.access.ChangeOwnName;
import io.tallystick.command.access.ChangeOwnPassword;
import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.problem.ApiProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What members change of themselves, and what they cannot.
@SuppressWarnings("NullAway.Init")
class ProfileTest extends RunningApplication {

    private static final String OTHER_PASSWORD = "another horse battery";

    @Autowired private People people;
    @Autowired private Members members;
    @Autowired private Commands commands;

    private String customer;
    private String email;
    private Browser browser;

    @BeforeEach
    void sign_in() {
        customer = "profile-" + UUID.randomUUID();
        api().post("/api/v1/customers", Map.of("key", customer, "name", "Profiles")).expect(201);
        email = member();
        browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
    }

    @Test
    void a_name_is_saved_and_nothing_beside_it() {
        assertThat(
                        change(
                                        "name",
                                        Map.of(
                                                "name",
                                                "Ada Frey",
                                                "role",
                                                "owner",
                                                "email",
                                                "e@e.de"))
                                .location())
                .startsWith("/profile");

        assertThat(browser.get("/profile").expect(200).body()).contains("Ada Frey", email);
        assertThat(people.role(email)).isEqualTo("viewer");
        change("name", Map.of("name", "Ada\r\nBcc: eve@example.com")).expect(400);
        change("name", Map.of("name", "")).expect(400);
        change("name", Map.of("name", "\u00a0\u2003")).expect(400);
        change("name", Map.of()).expect(400);
    }

    @Test
    void another_address_needs_the_password_and_is_used_from_the_next_sign_in() {
        String next = "next-" + UUID.randomUUID() + "@example.com";
        var wrong = change("email", Map.of("email", next, "current", "wrong password"));
        assertThat(wrong.expect(403).body()).contains("current password is wrong");
        change("email", Map.of("email", next)).expect(403);

        ask(next);
        confirm(people.emailLink(next)).expect(200);

        assertThat(browser.get("/profile").expect(200).body()).contains(next);
        var again = new Browser(api().base());
        assertThat(again.signIn(email, People.PASSWORD).location()).isEqualTo("/login?error");
        assertThat(again.signIn(next, People.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void an_address_that_is_taken_or_none_is_refused() {
        String taken = member();
        var answer = change("email", Map.of("email", taken, "current", People.PASSWORD));
        assertThat(answer.expect(409).body()).contains("has this e-mail address already");
        for (String none : List.of("x", "\u0430da@example.com", "a@b.c\nBcc: d@e.f")) {
            change("email", Map.of("email", none, "current", People.PASSWORD)).expect(400);
        }
        change("email", Map.of("email", email, "current", People.PASSWORD)).location();
    }

    @Test
    void a_new_password_ends_every_session() {
        var elsewhere = new Browser(api().base());
        elsewhere.signIn(email, People.PASSWORD).location();
        change("password", Map.of("password", OTHER_PASSWORD, "current", "wrong password"))
                .expect(403);
        change("password", Map.of("password", "short", "current", People.PASSWORD)).expect(400);

        assertThat(
                        change(
                                        "password",
                                        Map.of(
                                                "password",
                                                OTHER_PASSWORD,
                                                "current",
                                                People.PASSWORD))
                                .location())
                .isEqualTo("/login?changed");

        assertThat(elsewhere.get("/profile").location()).isEqualTo("/login");
        assertThat(browser.get("/profile").location()).isEqualTo("/login");
        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/login?error");
        assertThat(browser.signIn(email, OTHER_PASSWORD).location()).isEqualTo("/profile");
    }

    @Test
    void a_name_that_comes_late_brings_no_former_address_back() {
        Member before = members.byEmail(email).orElseThrow();
        String next = "next-" + UUID.randomUUID() + "@example.com";
        ask(next);
        confirm(people.emailLink(next)).expect(200);

        send(ChangeOwnName.of(before, "Ada Late"), before);

        assertThat(members.byEmail(next).orElseThrow().name()).isEqualTo("Ada Late");
        assertThat(people.exists(email)).isFalse();
    }

    @Test
    void a_password_that_was_replaced_meanwhile_proves_nothing() {
        Member before = members.byEmail(email).orElseThrow();
        change("password", Map.of("password", OTHER_PASSWORD, "current", People.PASSWORD))
                .location();

        for (Object late :
                List.of(
                        ChangeOwnEmail.of(
                                before,
                                Purpose.SIGN_IN,
                                "late@example.com",
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                START),
                        ChangeOwnPassword.of(before, People.PASSWORD, password -> "a hash"))) {
            assertThatThrownBy(() -> send(late, before))
                    .isInstanceOf(ApiProblem.class)
                    .hasMessageContaining("changed meanwhile");
        }
        assertThat(browser.signIn(email, OTHER_PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void who_signs_out_everywhere_is_out_everywhere() {
        var elsewhere = new Browser(api().base());
        elsewhere.signIn(email, People.PASSWORD).location();
        String other = member();
        var others = new Browser(api().base());
        others.signIn(other, People.PASSWORD).location();

        assertThat(change("sessions/end", Map.of()).location()).isEqualTo("/login?changed");

        assertThat(elsewhere.get("/profile").location()).isEqualTo("/login");
        assertThat(browser.get("/profile").location()).isEqualTo("/login");
        others.get("/profile").expect(200);
        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/profile");
    }

    @Test
    void guessing_the_current_password_waits_as_at_the_door() {
        browser.from("198.51.100.20");
        for (int i = 0; i < 6; i++) {
            change("email", Map.of("email", "x@example.com", "current", "guess " + i)).expect(403);
        }
        change("email", Map.of("email", "x@example.com", "current", People.PASSWORD)).expect(429);
    }

    @Test
    void another_site_changes_nothing() {
        for (String form : List.of("name", "email", "password", "sessions/end")) {
            browser.post("/profile/" + form, Map.of("name", "Eve", "current", People.PASSWORD))
                    .expect(403);
        }
        browser.get("/profile").expect(200);
    }

    @Test
    void an_operator_has_no_profile_and_a_key_says_who_it_is() {
        var operators = new Browser(api().base());
        operators.signIn("operator", PASSWORD).location();
        operators.get("/profile").expect(404);

        var me = api().get("/api/v1/me").expect(200).json();
        assertThat(me.get("type").asString()).isEqualTo("operator");
        assertThat(me.get("customer").isNull()).isTrue();
        assertThat(me.get("permissions").get(0).asString()).isEqualTo("admin");
    }

    private void ask(String address) {
        assertThat(change("email", Map.of("email", address, "current", People.PASSWORD)).location())
                .isEqualTo("/profile?mailed");
    }

    /// As somebody does who reads mail on another device.
    private Browser.Page confirm(String link) {
        return new Browser(api().base()).submit("/login", link, Map.of());
    }

    private Browser.Page change(String form, Map<String, String> fields) {
        return browser.submit("/profile", "/profile/" + form, fields);
    }

    private void send(Object command, Member by) {
        commands.send(command, by.asCaller(), UUID.randomUUID().toString());
    }

    private String member() {
        return people.member(api(), customer, "viewer");
    }
}
