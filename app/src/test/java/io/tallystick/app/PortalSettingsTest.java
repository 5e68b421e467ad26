package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who may have a portal, and whom one that is switched off keeps out.
@SuppressWarnings("NullAway.Init")
class PortalSettingsTest extends RunningApplication {

    @Autowired private People people;

    @Test
    void a_customer_without_an_address_is_told_why_it_has_no_portal() {
        SectionsApi settings = SectionsApi.of(api(), null);

        var refused = settings.change("portal", Map.of("enabled", true, "chatEnabled", true));

        refused.expectProblem(409, "portal_not_eligible");
        assertThat(SectionsApi.codes(refused)).containsExactly("email_missing");
        assertThat(settings.version()).isZero();
        settings.change("portal", Map.of("chatEnabled", true)).expect(200);
    }

    @Test
    void an_address_makes_eligible_and_losing_it_switches_nothing_off() {
        SectionsApi settings = SectionsApi.of(api(), null);
        api().patch(settings.path(), Map.of("email", "post@example.com")).expect(200);
        settings.change("portal", Map.of("enabled", true)).expect(200);

        api().patch(settings.path(), SectionsApi.none("email")).expect(200);

        assertThat(settings.of("portal").get("enabled").asBoolean()).isTrue();
        settings.change("portal", Map.of("enabled", true))
                .expectProblem(409, "portal_not_eligible");
        settings.change("portal", Map.of("chatEnabled", true)).expect(200);
        settings.change("portal", Map.of("enabled", false)).expect(200);
        settings.change("portal", Map.of("enabled", true))
                .expectProblem(409, "portal_not_eligible");
    }

    @Test
    void a_portal_that_is_switched_off_ends_sessions_and_lets_them_in_again_later() {
        SectionsApi settings = SectionsApi.of(api());
        settings.change("portal", Map.of("enabled", true)).expect(200);
        String email = people.member(api(), settings.customer(), "viewer");
        var browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
        browser.get("/profile").expect(200);

        settings.change("portal", Map.of("enabled", false)).expect(200);

        assertThat(browser.get("/profile").location()).isEqualTo("/login");
        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/login?off");
        assertThat(settings.of("team").get("enabled").asBoolean()).isTrue();
        api().post(
                        settings.path() + "/members",
                        Map.of("email", "new@example.com", "role", "viewer"))
                .expectProblem(409, "team_disabled");

        settings.change("portal", Map.of("enabled", true)).expect(200);

        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/profile");
    }

    @Test
    void who_never_had_a_portal_has_people_all_the_same() {
        SectionsApi settings = SectionsApi.of(api());
        settings.change("portal", Map.of("documentUpload", true)).expect(200);

        String email = people.member(api(), settings.customer(), "viewer");

        assertThat(new Browser(api().base()).signIn(email, People.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void every_reason_is_told_at_once() {
        SectionsApi settings = SectionsApi.of(api(), null);
        settings.change("account", Map.of("status", "archived")).expect(200);

        var refused = settings.change("portal", Map.of("enabled", true));

        refused.expectProblem(409, "portal_not_eligible");
        assertThat(SectionsApi.codes(refused))
                .containsExactly("email_missing", "customer_archived");
        api().patch(settings.path(), Map.of("email", "post@example.com")).expect(200);
        settings.change("account", Map.of("status", "inactive")).expect(200);
        assertThat(SectionsApi.codes(settings.change("portal", Map.of("enabled", true))))
                .containsExactly("customer_inactive");
        settings.change("account", Map.of("status", "active")).expect(200);
        settings.change("portal", Map.of("enabled", true)).expect(200);
    }
}
