package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of a partner's keys and of the operators'.
@SuppressWarnings("NullAway.Init")
class KeyPagesTest extends RunningApplication {

    private static final Pattern SECRET = Pattern.compile("value=\"(tsk_live_[0-9A-Za-z]{46})\"");
    private static final String OPERATORS = "/operator/api-keys";

    @Autowired private People people;

    @Test
    void a_partners_admin_makes_a_key_copies_it_once_and_revokes_it() {
        Browser browser = admin("house-" + UUID.randomUUID(), "House of Usher");
        String page = browser.get("/api-keys").expect(200).body();
        assertThat(page).contains("API keys of House of Usher", "No keys yet");

        String secret = make(browser, "/api-keys", "Import of the house");

        Api key = api().withKey(secret);
        assertThat(key.get("/api/v1/me").expect(200).json().get("type").asString())
                .isEqualTo("partner");
        String shown = browser.get("/api-keys").expect(200).body();
        assertThat(shown).contains("Import of the house").doesNotContain(secret);
        revoke(browser, "/api-keys", shown);
        key.get("/api/v1/me").expectProblem(401, "invalid_key");
        assertThat(browser.get(OPERATORS).expect(403).body()).doesNotContain("Operator key");
    }

    @Test
    void a_partner_is_called_by_its_name_above_its_pages() {
        Browser browser = admin("named-" + UUID.randomUUID(), "Named Telephony");

        assertThat(browser.get("/members").expect(200).body())
                .contains("Members of Named Telephony", ">Named Telephony</a>");
        assertThat(browser.get("/").expect(200).body()).contains("href=\"/api-keys\"");
    }

    @Test
    void an_operator_makes_keys_of_operators_and_of_a_partner() {
        String partner = partner("looked-" + UUID.randomUUID(), "Looked Into");
        var browser = new Browser(api().base());
        browser.signIn("operator", PASSWORD).location();

        String ofOperators = make(browser, OPERATORS, "Of the page");
        String ofPartner = make(browser, "/api-keys?partner=" + partner, "Of the partner");

        assertThat(type(ofOperators)).isEqualTo("operator");
        assertThat(type(ofPartner)).isEqualTo("partner");
        assertThat(browser.get(OPERATORS).expect(200).body())
                .contains("Of the page", "Operator key")
                .doesNotContain("Of the partner", ofOperators);
        assertThat(browser.get("/api-keys?partner=" + partner).expect(200).body())
                .contains("Of the partner", "API keys of Looked Into")
                .doesNotContain("Of the page");
    }

    @Test
    void a_refusal_is_told_on_the_page() {
        var browser = new Browser(api().base());
        browser.signIn("operator", PASSWORD).location();

        var refused =
                browser.submit(
                        OPERATORS, OPERATORS + "/" + UUID.randomUUID() + "/revoke", Map.of());

        assertThat(refused.expect(404).body())
                .contains("role=\"alert\"", "There is no such api key.");
    }

    private String partner(String key, String name) {
        api().post("/api/v1/partners", Map.of("key", key, "name", name)).expect(201);
        return key;
    }

    private Browser admin(String key, String name) {
        String email = "admin@" + partner(key, name) + ".example";
        api().post("/api/v1/partners/" + key + "/members", Map.of("email", email, "role", "admin"))
                .expect(201);
        people.accept(email, "Ada");
        var browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
        return browser;
    }

    private static String make(Browser browser, String page, String name) {
        var answer =
                browser.submit(page, page, Map.of("name", name, "permissions", "admin"))
                        .expect(200);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        var secret = SECRET.matcher(answer.body());
        assertThat(secret.find()).as(answer.body()).isTrue();
        return secret.group(1);
    }

    private static void revoke(Browser browser, String page, String shown) {
        var action = Pattern.compile("action=\"(" + page + "/[^\"]+/revoke)\"").matcher(shown);
        assertThat(action.find()).as(shown).isTrue();
        assertThat(browser.submit(page, action.group(1), Map.of()).location()).isEqualTo(page);
    }

    private String type(String secret) {
        return api().withKey(secret).get("/api/v1/me").expect(200).json().get("type").asString();
    }
}
