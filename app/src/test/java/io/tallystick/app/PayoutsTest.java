package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Where people are paid is theirs to say, with their password, and theirs to confirm.
@SuppressWarnings("NullAway.Init")
class PayoutsTest extends RunningApplication {

    private static final String PAGE = "/payouts";

    @Autowired private People people;

    private SectionsApi settings;
    private String email;
    private Browser publisher;

    @BeforeEach
    void signIn() {
        settings = SectionsApi.of(api());
        email = people.member(api(), settings.customer(), "publisher");
        publisher = browser(email);
    }

    @Test
    void an_address_is_used_once_it_was_confirmed() {
        String paid = address();
        assertThat(ask(publisher, paid).location()).isEqualTo(PAGE + "?mailed");
        assertThat(publisher.get(PAGE).expect(200).body())
                .contains("no address")
                .doesNotContain(paid);
        assertThat(payouts()).isEmpty();

        String link = people.emailLink(paid);
        assertThat(new Browser(api().base()).get(link).expect(200).body())
                .contains("you are paid at", paid);
        assertThat(confirm(link).expect(200).body()).contains("you are paid at", paid);

        assertThat(publisher.get(PAGE).expect(200).body()).contains(paid);
        assertThat(payouts()).hasSize(1);
        JsonNode item = payouts().get(0);
        assertThat(item.get("email").asString()).isEqualTo(paid);
        assertThat(item.get("memberId").asString()).isEqualTo(people.id(email).toString());
        assertThat(people.exists(email)).as("what one signs in with stays").isTrue();
        assertThat(people.exists(paid)).isFalse();
    }

    @Test
    void the_address_that_is_there_is_told_before_it_is_replaced() {
        String first = address();
        ask(publisher, first).location();
        assertThat(people.body(email).orElseThrow())
                .contains("payouts", first)
                .doesNotContain("/email-changes/");
        confirm(people.emailLink(first)).expect(200);

        String second = address();
        ask(publisher, second).location();

        assertThat(people.body(first).orElseThrow()).contains("payouts", second);
        assertThat(payouts().get(0).get("email").asString()).isEqualTo(first);
    }

    @Test
    void the_current_password_is_needed() {
        String paid = address();

        var refused =
                publisher.submit(PAGE, PAGE, Map.of("email", paid, "current", "another password"));

        assertThat(refused.expect(403).body()).contains("The current password is wrong.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b", "a b@example.com", "a@example.com\r\nBcc: b@c.de"})
    void what_is_no_address_is_refused(String wrong) {
        var refused =
                publisher.submit(PAGE, PAGE, Map.of("email", wrong, "current", People.PASSWORD));

        assertThat(refused.expect(400).body()).contains("role=\"alert\"", "no e-mail address");
    }

    @Test
    void another_password_ends_the_link() {
        String paid = address();
        ask(publisher, paid).location();
        String link = people.emailLink(paid);
        publisher
                .submit(
                        "/profile",
                        "/profile/password",
                        Map.of("password", "another horse battery", "current", People.PASSWORD))
                .location();

        confirm(link).expect(404);
        assertThat(payouts()).isEmpty();
    }

    @Test
    void a_wish_for_another_sign_in_leaves_the_payouts_alone() {
        String paid = address();
        ask(publisher, paid).location();
        publisher
                .submit(
                        "/profile",
                        "/profile/email",
                        Map.of("email", address(), "current", People.PASSWORD))
                .location();

        confirm(people.emailLink(paid)).expect(200);
        assertThat(payouts()).hasSize(1);
    }

    @Test
    void with_pay_per_call_everybody_is_paid_and_without_it_an_address_is_kept_and_not_shown() {
        Browser viewer = browser(people.member(api(), settings.customer(), "viewer"));
        assertThat(viewer.get(PAGE).location()).isEqualTo("/profile");
        assertThat(ask(viewer, "/profile", address()).expect(403).body())
                .contains("Payouts are for publishers");

        settings.change("features", Map.of("payPerCall", true)).expect(200);
        assertThat(viewer.get("/profile").expect(200).body()).contains("href=\"/payouts\"");
        String paid = address();
        ask(viewer, paid).location();
        confirm(people.emailLink(paid)).expect(200);
        String late = address();
        ask(viewer, late).location();

        settings.change("features", Map.of("payPerCall", false)).expect(200);
        assertThat(payouts()).isEmpty();
        assertThat(viewer.get(PAGE).location()).isEqualTo("/profile");
        assertThat(confirm(people.emailLink(late)).expect(403).body())
                .contains("Payouts are for publishers");

        settings.change("features", Map.of("payPerCall", true)).expect(200);
        assertThat(payouts()).hasSize(1);
        assertThat(viewer.get(PAGE).expect(200).body()).contains(paid);
    }

    @Test
    void whose_partner_may_not_give_pay_per_call_is_not_paid_for_it() {
        String partner = "payouts-" + UUID.randomUUID();
        api().post("/api/v1/partners", Map.of("key", partner, "name", "Payouts")).expect(201);
        SectionsApi theirs = SectionsApi.of(api().inPartner(partner));
        theirs.change("features", Map.of("payPerCall", true)).expect(200);
        Browser viewer = browser(people.member(theirs.api(), theirs.customer(), "viewer"));
        viewer.get(PAGE).expect(200);

        String addOns = "/api/v1/partners/" + partner + "/settings/addOns";
        api().patch(addOns, Map.of("payPerCall", false), "If-Match", "0").expect(200);

        assertThat(viewer.get(PAGE).location()).isEqualTo("/profile");
    }

    @Test
    void no_key_says_where_somebody_is_paid() {
        for (String permission : new String[] {"read", "write", "delete", "admin"}) {
            String secret = settings.key(permission);
            api().withKey(secret)
                    .send(
                            "PUT",
                            settings.path() + "/payout",
                            "application/json",
                            new byte[] {'{', '}'})
                    .expectProblem(403, "not_a_person");
        }
    }

    @Test
    void the_log_tells_it() {
        String paid = address();
        ask(publisher, paid).location();
        confirm(people.emailLink(paid)).expect(200);
        long head = api().post("/api/v1/customers", Map.of("key", paid, "name", "x")).position();

        String log =
                api().getAfter(head, settings.path() + "/system-log?target=" + people.id(email))
                        .expect(200)
                        .body();

        assertThat(log)
                .contains(
                        "A publisher wants to be paid at " + paid,
                        "A publisher is paid at " + paid);
    }

    @Test
    void a_publisher_has_a_profile_and_payouts_and_nothing_else() {
        String at = "/customers/" + settings.customer();
        String profile = publisher.get("/profile").expect(200).body();
        assertThat(profile)
                .contains(">Profile</a>", "href=\"/payouts\"")
                .doesNotContain("/api-keys", "/manage", "blocked-callers");
        assertThat(publisher.get("/").location()).isEqualTo("/profile");
        assertThat(publisher.get(at + "/settings?tab=payouts").location()).isEqualTo(PAGE);
        assertThat(publisher.get(at + "/settings?tab=api-keys").location()).isEqualTo("/profile");

        for (String closed :
                new String[] {
                    at,
                    at + "/manage",
                    at + "/members",
                    at + "/api-keys",
                    at + "/blocked-callers",
                    at + "/system-log",
                    at + "/outbox",
                    "/members",
                    "/api-keys",
                    "/system-log",
                    "/projections",
                    "/operator/api-keys"
                }) {
            assertThat(publisher.get(closed).status()).as(closed).isIn(403, 404);
        }
    }

    private Browser.Page ask(Browser browser, String paid) {
        return ask(browser, PAGE, paid);
    }

    /// @param page where the browser gets its token
    private static Browser.Page ask(Browser browser, String page, String paid) {
        return browser.submit(page, PAGE, Map.of("email", paid, "current", People.PASSWORD));
    }

    private Browser.Page confirm(String link) {
        return new Browser(api().base()).submit("/login", link, Map.of());
    }

    private JsonNode payouts() {
        return api().get(settings.path() + "/payout").expect(200).json().get("items");
    }

    private Browser browser(String login) {
        var browser = new Browser(api().base());
        browser.signIn(login, People.PASSWORD).location();
        return browser;
    }

    private static String address() {
        return "paid-" + UUID.randomUUID() + "@example.com";
    }
}
