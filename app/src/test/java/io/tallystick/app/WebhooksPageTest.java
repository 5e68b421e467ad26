package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of webhook endpoints.
@SuppressWarnings("NullAway.Init")
class WebhooksPageTest extends RunningApplication {

    private static final Pattern SECRET = Pattern.compile("value=\"(whsec_[^\"]+)\"");
    private static final Pattern ENDPOINT = Pattern.compile("data-endpoint=\"([^\"]+)\"");
    private static final Map<String, String> FORM =
            Map.of(
                    "url",
                    "https://hooks.example.com/in",
                    "types",
                    "credits.low",
                    "description",
                    "Back office");

    @Autowired private People people;

    private SectionsApi settings;
    private String page;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
        page = "/customers/" + settings.customer() + "/webhooks";
    }

    @Test
    void an_admin_adds_an_endpoint_and_sees_its_secret_once() {
        Browser admin = member("admin");
        assertThat(admin.get(page).expect(200).body()).contains("No endpoints");

        Browser.Page added = admin.submit(page, page, FORM).expect(200);

        String secret = found(SECRET, added.body());
        assertThat(added.header("cache-control")).contains("no-store");
        assertThat(admin.get(page).expect(200).body())
                .contains("https://hooks.example.com/in", "Back office", "enabled")
                .doesNotContain("whsec_");
        String endpoint = page + "/" + found(ENDPOINT, added.body());
        Browser.Page rotated = admin.submit(endpoint, endpoint + "/rotate", Map.of()).expect(200);
        assertThat(found(SECRET, rotated.body())).isNotEqualTo(secret);
        assertThat(admin.get(endpoint).expect(200).body()).doesNotContain("whsec_");
    }

    @Test
    void an_admin_disables_enables_and_removes_an_endpoint() {
        Browser admin = member("owner");
        String endpoint =
                page + "/" + found(ENDPOINT, admin.submit(page, page, FORM).expect(200).body());

        assertThat(
                        admin.submit(endpoint, endpoint + "/state", Map.of("enabled", "false"))
                                .location())
                .isEqualTo(endpoint);
        assertThat(admin.get(endpoint).expect(200).body()).contains("disabled by hand");
        admin.submit(endpoint, endpoint + "/state", Map.of("enabled", "true")).location();
        assertThat(admin.get(endpoint).expect(200).body()).doesNotContain("disabled by hand");
        assertThat(admin.submit(endpoint, endpoint + "/remove", Map.of()).location())
                .isEqualTo(page);
        admin.get(endpoint).expect(404);
    }

    @Test
    void a_refusal_is_told_beside_what_was_typed() {
        String refused =
                member("owner")
                        .submit(page, page, Map.of("url", "ftp://hooks.example.com\"><b>"))
                        .expect(400)
                        .body();

        assertThat(refused)
                .contains("role=\"alert\"", "ftp://hooks.example.com&quot;&gt;&lt;b&gt;")
                .doesNotContain("\"><b>");
    }

    @Test
    void nobody_below_an_admin_sees_it() {
        for (String role : new String[] {"manager", "viewer"}) {
            Browser browser = member(role);
            browser.get(page).expect(403);
            browser.submit("/profile", page, FORM).expect(403);
            assertThat(browser.get("/customers/" + settings.customer()).expect(200).body())
                    .doesNotContain("/webhooks");
        }
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(body).isTrue();
        return matcher.group(1);
    }

    private Browser member(String role) {
        var browser = new Browser(api().base());
        browser.signIn(people.member(api(), settings.customer(), role), People.PASSWORD).location();
        return browser;
    }
}
