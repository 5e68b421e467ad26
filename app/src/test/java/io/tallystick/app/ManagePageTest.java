package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The page on which a customer is managed.
@SuppressWarnings("NullAway.Init")
class ManagePageTest extends RunningApplication {

    @Autowired private People people;

    private SectionsApi settings;
    private Browser operator;

    @BeforeEach
    void signIn() {
        settings = SectionsApi.of(api());
        operator = new Browser(api().base());
        operator.signIn("operator", PASSWORD).location();
    }

    @Test
    void the_first_tab_has_the_features_in_their_order() {
        String page = page("").expect(200).body();

        assertThat(page)
                .containsSubsequence(
                        "Enable Customer Portal",
                        "Advanced Analytics",
                        "Detailed Call Analysis",
                        "Action Point Analysis",
                        "API Access",
                        "AI Credits Enabled",
                        "Show Pricing Information",
                        "Knowledge Base",
                        "Integration",
                        "Docs &amp; Media",
                        "Schedule Meeting",
                        "Phone Numbers",
                        "API Keys",
                        "Enable Knowledge Base",
                        "Team members require customer portal access.",
                        "Enable Team Members",
                        "Maximum Team Members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "portal", "branding", "calls", "limits", "account"})
    void a_tab_has_an_address(String tab) {
        assertThat(page("?tab=" + tab).expect(200).body())
                .containsOnlyOnce("tab=" + tab + "\" aria-current=\"page\"")
                .containsPattern("manage\\?tab=[a-z]+\">");
    }

    @Test
    void an_unknown_tab_is_the_first() {
        assertThat(page("?tab=nowhere").expect(200).body()).contains("Enable Customer Portal");
    }

    @Test
    void credits_take_prices_away_and_bring_notifications() {
        assertThat(page("").body()).doesNotContain("Low Credit Threshold");
        settings.change("aiCredits", Map.of("enabled", true)).expect(200);

        assertThat(page("").body())
                .contains("Disabled when AI Credits are enabled.")
                .containsSubsequence("Enable Notifications", "Low Credit Threshold");
        save(
                        "aiCredits",
                        "features",
                        1,
                        Map.of(
                                "fields", "notificationsEnabled,lowCreditThreshold,recipients",
                                "notificationsEnabled", "true",
                                "lowCreditThreshold", "12.50",
                                "recipients", "ada@example.com\r\n"))
                .location();
        assertThat(settings.of("aiCredits").get("lowCreditThreshold").asString()).isEqualTo("12.5");
    }

    @Test
    void storage_is_shown_where_there_is_a_knowledge_base() {
        assertThat(page("").body()).doesNotContain("Partner Available");
        settings.change("knowledgeBase", Map.of("enabled", true)).expect(200);

        assertThat(page("").expect(200).body())
                .contains("0 of 0 MB used", "Allocated Storage (MB)", "Partner Available: 0 MB");
    }

    @Test
    void what_somebody_writes_is_text() {
        settings.change(
                        "branding",
                        Map.of("welcomeMessage", "</textarea><script>alert(1)</script>"))
                .expect(200);

        assertThat(page("?tab=branding").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void a_form_saves_what_it_shows_and_leads_back_to_its_tab() {
        var saved =
                save(
                        "features",
                        "features",
                        0,
                        Map.of("fields", "apiAccess,payPerCall", "payPerCall", "true"));

        assertThat(saved.location()).isEqualTo(path() + "?tab=features");
        assertThat(settings.of("features").get("payPerCall").asBoolean()).isTrue();
        SectionsApi.assertOff(settings.of("features"), "apiAccess");
        assertThat(page("").body()).contains("Requires API Access.");
    }

    @Test
    void a_form_that_is_older_than_the_settings_changes_nothing() {
        settings.change("menu", Map.of("integration", true)).expect(200);

        var refused = save("menu", "features", 0, Map.of("fields", "integration"));

        assertThat(refused.expect(409).body()).contains("The settings are at version 1");
        assertThat(settings.of("menu").get("integration").asBoolean()).isTrue();
    }

    @Test
    void every_reason_against_a_portal_is_shown() {
        settings = SectionsApi.of(api(), null);

        var refused = save("portal", "features", 0, Map.of("fields", "enabled", "enabled", "true"));

        assertThat(refused.expect(409).body()).contains("The customer has no e-mail address.");
    }

    @Test
    void numbers_and_lists_are_typed_as_text() {
        save("team", "features", 0, Map.of("fields", "enabled,max", "enabled", "true", "max", "5"))
                .location();
        save(
                        "portal",
                        "portal",
                        1,
                        Map.of("fields", "caseVisibility", "caseVisibility", "title\r\n\r\nstatus"))
                .location();

        assertThat(settings.of("team").get("max").asInt()).isEqualTo(5);
        assertThat(settings.of("portal").get("caseVisibility").size()).isEqualTo(2);
        assertThat(
                        save("team", "features", 2, Map.of("fields", "max", "max", "many"))
                                .expect(400)
                                .body())
                .contains("max is a whole number, or null.");
        save("team", "features", 2, Map.of("fields", "max", "max", "")).location();
        assertThat(settings.of("team").get("max").isNull()).isTrue();
    }

    @Test
    void a_customers_manager_changes_its_portal_and_no_feature() {
        var manager = new Browser(api().base());
        manager.signIn(people.member(api(), settings.customer(), "manager"), People.PASSWORD)
                .location();
        String page = manager.get(path()).expect(200).body();

        assertThat(page).contains("Save Customer Portal").doesNotContain("Save Add-ons");
        manager.submit(path(), path() + "/features", Map.of("version", "0", "fields", "apiAccess"))
                .expect(403);
        manager.submit(
                        path(),
                        path() + "/portal?tab=portal",
                        Map.of("version", "0", "fields", "chatEnabled", "chatEnabled", "true"))
                .location();
        assertThat(settings.of("portal").get("chatEnabled").asBoolean()).isTrue();
    }

    private String path() {
        return "/customers/" + settings.customer() + "/manage";
    }

    private Browser.Page page(String query) {
        return operator.get(path() + query);
    }

    private Browser.Page save(
            String section, String tab, long version, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("version", Long.toString(version));
        return operator.submit(path(), path() + "/" + section + "?tab=" + tab, form);
    }
}
