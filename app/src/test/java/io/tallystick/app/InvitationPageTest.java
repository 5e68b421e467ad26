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

/// What the link of an invitation opens: once, for whom it was sent to, with the role that was
/// given.
@SuppressWarnings("NullAway.Init")
class InvitationPageTest extends RunningApplication {

    @Autowired private People people;

    private String customer;
    private String email;
    private String invitation;
    private Browser guest;

    @BeforeEach
    void invite() {
        customer = "invites-" + UUID.randomUUID();
        email = "guest-" + UUID.randomUUID() + "@example.com";
        var created = api().post("/api/v1/customers", Map.of("key", customer, "name", "Invites"));
        api().getAfter(created.expect(201).position(), "/api/v1/customers/" + customer).expect(200);
        invitation =
                api().post(
                                "/api/v1/customers/" + customer + "/members",
                                Map.of("email", email, "role", "viewer"))
                        .expect(201)
                        .json()
                        .get("id")
                        .asString();
        guest = new Browser(api().base());
    }

    @Test
    void a_guest_chooses_a_name_and_a_password_and_signs_in() throws SQLException {
        String link = link();
        assertThat(guest.get(link).expect(200).body()).contains(email, "viewer");

        assertThat(accept(link, "Ada Frey", People.PASSWORD).location())
                .isEqualTo("/login?accepted");

        assertThat(guest.signIn(email, People.PASSWORD).location()).isEqualTo("/");
        assertThat(guest.get("/profile").expect(200).body()).contains("Ada Frey");
        assertThat(everywhere()).doesNotContain(link, People.PASSWORD);
    }

    @Test
    void a_link_opens_once_and_its_mail_forgets_it() {
        String link = link();
        accept(link, "Ada", People.PASSWORD).location();

        assertThat(new Browser(api().base()).get(link).expect(410).body())
                .contains("holds no more");
        accept(link, "Eve", People.PASSWORD).expect(410);
        assertThat(people.body(email)).isEmpty();
    }

    @Test
    void an_altered_link_opens_nothing() {
        String link = link();
        char last = link.charAt(link.length() - 1);
        String altered = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');

        for (String wrong : List.of(altered, "/invitations/x", "/invitations/" + invitation)) {
            guest.get(wrong).expect(404);
            accept(wrong, "Eve", People.PASSWORD).expect(404);
        }
        accept(link, "Ada", People.PASSWORD).location();
    }

    @Test
    void an_expired_link_and_a_revoked_one_open_nothing() throws SQLException {
        String link = link();
        change(
                "update work.invitation set expires_at = ? where invitation_id = ?::uuid",
                "2026-11-03T14:59:59Z");
        guest.get(link).expect(410);
        assertThat(accept(link, "Late", People.PASSWORD).expect(410).body()).contains("expired");

        change(
                "update work.invitation set expires_at = ? where invitation_id = ?::uuid",
                "2026-12-03T00:00:00Z");
        guest.get(link).expect(200);
        api().send(
                        "DELETE",
                        "/api/v1/customers/" + customer + "/invitations/" + invitation,
                        "application/json",
                        new byte[0])
                .expect(204);
        guest.get(link).expect(410);
        assertThat(people.body(email)).isEmpty();
    }

    @Test
    void a_guest_cannot_choose_role_or_address() {
        String link = link();
        guest.get(link).expect(200);

        guest.submit(
                        link,
                        link,
                        Map.of(
                                "name", "Eve",
                                "password", People.PASSWORD,
                                "role", "owner",
                                "email", "eve@example.com",
                                "customerId", UUID.randomUUID().toString()))
                .location();

        assertThat(people.role(email)).isEqualTo("viewer");
        assertThat(people.exists("eve@example.com")).isFalse();
    }

    @Test
    void a_name_with_a_second_line_and_a_weak_password_are_refused() {
        String link = link();

        assertThat(accept(link, "Ada\r\nBcc: eve@example.com", People.PASSWORD).expect(400).body())
                .contains("printable");
        accept(link, "Ada\u202e", People.PASSWORD).expect(400);
        accept(link, " ", People.PASSWORD).expect(400);
        accept(link, "a".repeat(201), People.PASSWORD).expect(400);
        for (String weak : List.of("", "elevenbytes", "\u00f6".repeat(37))) {
            assertThat(accept(link, "Ada", weak).expect(400).body()).contains("12 to 72 bytes");
        }
        accept(link, "Ada", "\u00f6".repeat(36)).location();
    }

    @Test
    void another_site_cannot_accept() {
        guest.post(link(), Map.of("name", "Eve", "password", People.PASSWORD)).expect(403);
        assertThat(people.exists(email)).isFalse();
    }

    @Test
    void of_many_who_accept_at_once_one_does() throws Exception {
        // The first who accepts has the mail forget it.
        String token = people.token(email);
        Callable<Boolean> acceptance =
                () -> {
                    try {
                        people.acceptToken(token, "Twin");
                        return true;
                    } catch (io.tallystick.edge.problem.ApiProblem ended) {
                        return false;
                    }
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long accepted =
                    threads.invokeAll(Collections.nCopies(6, acceptance)).stream()
                            .map(Future::resultNow)
                            .filter(it -> it)
                            .count();
            assertThat(accepted).isEqualTo(1);
        }
    }

    @Test
    void the_outbox_shows_the_mail_to_who_may_invite() {
        var admin = new Browser(api().base());
        admin.signIn("operator", PASSWORD).location();

        assertThat(admin.get("/customers/" + customer + "/outbox").expect(200).body())
                .contains(email, "You are invited to " + customer, link(), "kept");
        accept(link(), "Ada", People.PASSWORD).location();
        assertThat(admin.get("/customers/" + customer + "/outbox").expect(200).body())
                .contains(email, "was deleted")
                .doesNotContain("/invitations/");
    }

    private String link() {
        return "/invitations/" + people.token(email);
    }

    private Browser.Page accept(String link, String name, String password) {
        return guest.submit("/login", link, Map.of("name", name, "password", password));
    }

    private void change(String sql, String expiresAt) throws SQLException {
        try (var connection = database().connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, java.time.OffsetDateTime.parse(expiresAt));
            statement.setString(2, invitation);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /// All that the log says of people.
    private String everywhere() throws SQLException {
        try (var connection = database().connection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select string_agg(convert_from(payload, 'UTF8') || convert_from(metadata, 'UTF8'), ' ')
                                from event_log.entry where type like 'access.%'
                                """)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
