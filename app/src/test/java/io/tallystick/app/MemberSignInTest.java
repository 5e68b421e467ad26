package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How members get in, what that opens, and how it ends.
@SuppressWarnings("NullAway.Init")
class MemberSignInTest extends RunningApplication {

    @Autowired private People people;

    private String customer;
    private Browser browser;

    @BeforeEach
    void customer() {
        customer = newCustomer();
        browser = new Browser(api().base());
    }

    @Test
    void a_member_sees_the_pages_of_its_customer_and_of_nobody_else() {
        String email = member("viewer");
        String other = newCustomer();

        assertThat(browser.signIn(email.toUpperCase(Locale.ROOT), People.PASSWORD).location())
                .isEqualTo("/");

        assertThat(browser.get("/").location()).isEqualTo("/customers/" + customer);
        browser.get("/customers/" + customer).expect(200);
        browser.get("/customers/" + customer + "/members").expect(200);
        for (String path : List.of(other, "absent")) {
            browser.get("/customers/" + path).expect(404);
            browser.get("/customers/" + path + "/members").expect(404);
        }
        browser.get("/customers/" + customer + "?partner=default").expect(404);
        browser.get("/members").expect(404);
        browser.get("/outbox").expect(403);
        browser.get("/customers/" + customer + "/outbox").expect(403);
        browser.get("/projections").expect(403);
    }

    @Test
    void a_partners_member_sees_the_customers_of_its_partner_only() {
        String partner = "house-" + UUID.randomUUID().toString().substring(0, 8);
        api().post("/api/v1/partners", Map.of("key", partner, "name", "House")).expect(201);
        Api inHouse = api().inPartner(partner);
        inHouse.post("/api/v1/customers", Map.of("key", "one", "name", "One")).expect(201);
        inHouse.post("/api/v1/customers", Map.of("key", "two", "name", "Two")).expect(201);
        String email = "admin@" + partner + ".example";
        inHouse.post(
                        "/api/v1/partners/" + partner + "/members",
                        Map.of("email", email, "role", "admin"))
                .expect(201);
        people.accept(email, "Ada");
        browser.signIn(email, People.PASSWORD).location();

        browser.get("/customers/one").expect(200);
        browser.get("/customers/two/members").expect(200);
        browser.get("/members").expect(200);
        browser.get("/outbox").expect(200);
        browser.get("/customers/" + customer).expect(404);
        browser.get("/customers/one?partner=default").expect(404);
        browser.get("/members?partner=default").expect(404);
        browser.get("/projections").expect(403);
    }

    @Test
    void a_publisher_has_a_profile_and_no_more() {
        browser.signIn(member("publisher"), People.PASSWORD).location();

        assertThat(browser.get("/").location()).isEqualTo("/profile");
        browser.get("/profile").expect(200);
        for (String page : List.of("", "/members", "/api-keys", "/outbox", "/stream")) {
            browser.get("/customers/" + customer + page).expect(403);
        }
    }

    @Test
    void a_role_that_was_taken_is_gone_with_the_next_request() {
        String email = member("admin");
        String members = "/api/v1/customers/" + customer + "/members/";
        browser.signIn(email, People.PASSWORD).location();
        browser.get("/customers/" + customer + "/outbox").expect(200);

        api().patch(members + people.id(email), Map.of("role", "viewer")).expect(200);
        browser.get("/customers/" + customer + "/outbox").expect(403);
        browser.get("/customers/" + customer).expect(200);

        api().send("DELETE", members + people.id(email), "application/json", new byte[0])
                .expect(204);
        assertThat(browser.get("/customers/" + customer).location()).isEqualTo("/login");
        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/login?error");
    }

    @Test
    void signing_in_gives_the_session_another_id() {
        String eve = member("viewer");
        String victim = member("viewer");
        browser.signIn(eve, People.PASSWORD).location();
        String planted = browser.cookie("tallystick");
        var eves = new Browser(api().base());
        eves.takeCookies(browser.cookies());

        var victims = new Browser(api().base());
        victims.takeCookies(Map.of("tallystick", planted));
        assertThat(victims.post("/logout", Map.of()).status()).isEqualTo(403);
        victims.signInAgain(victim, People.PASSWORD).location();

        assertThat(victims.cookie("tallystick")).isNotEqualTo(planted);
        assertThat(eves.get("/profile").body()).doesNotContain(victim);
        var invented = new Browser(api().base());
        invented.takeCookies(Map.of("tallystick", "aW52ZW50ZWQ"));
        invented.signIn(victim, People.PASSWORD).location();
        assertThat(invented.cookie("tallystick")).isNotEqualTo("aW52ZW50ZWQ");
    }

    @Test
    void who_guesses_waits_and_the_victim_does_not() {
        String email = member("viewer");
        browser.from("198.51.100.7");
        for (int i = 0; i < 6; i++) {
            assertThat(browser.signIn(email, "wrong password " + i).location())
                    .isEqualTo("/login?error");
        }
        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/login?wait");
        assertThat(browser.get("/login?wait").expect(200).body()).contains("Too many attempts");

        var home = new Browser(api().base());
        home.from("203.0.113.9");
        assertThat(home.signIn(email, People.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void an_account_that_nobody_has_waits_alike() {
        String nobody = "nobody-" + UUID.randomUUID() + "@example.com";
        browser.from("198.51.100.8");
        for (int i = 0; i < 6; i++) {
            assertThat(browser.signIn(nobody, "wrong password").location())
                    .isEqualTo("/login?error");
        }
        assertThat(browser.signIn(nobody, "wrong password").location()).isEqualTo("/login?wait");
    }

    private String newCustomer() {
        String key = "signs-in-" + UUID.randomUUID();
        var created = api().post("/api/v1/customers", Map.of("key", key, "name", "Sign in"));
        // The pages' list of customers is a projection.
        api().getAfter(created.expect(201).position(), "/api/v1/customers/" + key).expect(200);
        return key;
    }

    private String member(String role) {
        return people.member(api(), customer, role);
    }
}
