package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The tab of blocked callers, and the addresses of all tabs.
@SuppressWarnings("NullAway.Init")
class BlockedCallersPageTest extends RunningApplication {

    @Autowired private People people;

    private SectionsApi settings;
    private String page;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
        page = "/customers/" + settings.customer() + "/blocked-callers";
    }

    @Test
    void an_admin_blocks_a_caller_sees_it_and_unblocks_it() {
        Browser admin = member("admin");
        assertThat(admin.get(page).expect(200).body()).contains("Nobody is blocked");

        String next = admin.submit(page, page, Map.of("number", "(202) 555-0100")).location();

        assertThat(next).isEqualTo(page);
        assertThat(admin.get(page).expect(200).body())
                .contains("data-caller=\"+12025550100\"", "Stopped in 30 days");
        admin.submit(page, page + "/unblock", Map.of("number", "+12025550100")).location();
        assertThat(admin.get(page).expect(200).body()).contains("Nobody is blocked");
    }

    @Test
    void a_refusal_is_told_beside_what_was_typed() {
        String refused =
                member("owner").submit(page, page, Map.of("number", "+1202*")).expect(400).body();

        assertThat(refused).contains("role=\"alert\"", "without wildcards", "value=\"+1202*\"");
    }

    @Test
    void nobody_below_an_admin_sees_it() {
        for (String role : new String[] {"manager", "viewer"}) {
            Browser browser = member(role);
            browser.get(page).expect(403);
            browser.submit("/profile", page, Map.of("number", "+12025550100")).expect(403);
            assertThat(browser.get("/profile").expect(200).body())
                    .contains(">API keys</a>")
                    .doesNotContain("blocked-callers");
        }
    }

    @Test
    void every_tab_has_an_address_and_one_that_is_not_for_somebody_is_the_profile() {
        Browser admin = member("admin");
        Browser viewer = member("viewer");
        String at = "/customers/" + settings.customer();

        assertThat(tab(admin, "blocked-callers")).isEqualTo(page);
        assertThat(tab(admin, "api-keys")).isEqualTo(at + "/api-keys");
        assertThat(tab(admin, "qualified-calls")).isEqualTo(at + "/manage?tab=calls");
        assertThat(tab(admin, "nowhere")).isEqualTo("/profile");
        assertThat(tab(viewer, "blocked-callers")).isEqualTo("/profile");
        assertThat(tab(viewer, "api-keys")).isEqualTo(at + "/api-keys");
        assertThat(admin.get("/profile").expect(200).body())
                .contains("aria-current=\"page\">Profile</a>", "/blocked-callers\"");
    }

    private String tab(Browser browser, String tab) {
        return browser.get("/customers/" + settings.customer() + "/settings?tab=" + tab).location();
    }

    private Browser member(String role) {
        var browser = new Browser(api().base());
        browser.signIn(people.member(api(), settings.customer(), role), People.PASSWORD).location();
        return browser;
    }
}
