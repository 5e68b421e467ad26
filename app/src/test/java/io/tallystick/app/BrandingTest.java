package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How a partner and its customer look to their people: on pages and in mails.
@SuppressWarnings("NullAway.Init")
class BrandingTest extends RunningApplication {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @Autowired private JdbcClient jdbc;
    @Autowired private People people;

    private String partner;
    private Api api;
    private SectionsApi settings;
    private Browser viewer;

    @BeforeEach
    void partnerAndCustomer() {
        partner = "brand-" + UUID.randomUUID().toString().substring(0, 8);
        api().post("/api/v1/partners", Map.of("key", partner, "name", "Reseller")).expect(201);
        api = api().inPartner(partner);
        settings = SectionsApi.of(api);
        viewer = new Browser(api().base());
        viewer.signIn(people.member(api, settings.customer(), "viewer"), People.PASSWORD)
                .location();
    }

    @Test
    void without_a_brand_the_product_looks_as_it_is() {
        assertThat(home())
                .contains("<title>", "· Tallystick</title>", "Tallystick, all customers")
                .doesNotContain("/branding/", "class=\"welcome\"");
    }

    @Test
    void each_value_is_the_customers_else_the_partners() {
        changePartner(
                        "branding",
                        Map.of("displayName", "Reseller Voice", "primaryColor", "#0F6E66"))
                .expect(200);
        assertThat(home()).contains("Reseller Voice, all customers", "/branding/0f6e66/none.css");

        settings.change(
                        "branding",
                        Map.of("displayName", "Harbor & Sons", "accentColor", "#b42318"))
                .expect(200);

        assertThat(home())
                .contains("Harbor &amp; Sons, all customers", "· Harbor &amp; Sons</title>")
                .contains("/branding/0f6e66/b42318.css")
                .doesNotContain("Reseller Voice");

        settings.change("branding", SectionsApi.none("displayName")).expect(200);
        assertThat(home()).contains("Reseller Voice, all customers");
    }

    @Test
    void the_partners_logo_is_shown_until_the_customer_has_one() {
        String theirs = logo("/api/v1/partners/" + partner, 0, 0xFF0000);
        assertThat(home()).contains("/branding/logo/" + theirs + ".png");
        viewer.get("/branding/logo/" + theirs + ".png").expect(200);

        String own = logo(settings.path(), 0, 0x00FF00);

        assertThat(home()).contains("/branding/logo/" + own + ".png").doesNotContain(theirs);
        var shown = viewer.get("/branding/logo/" + own + ".png").expect(200);
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Cache-Control")).contains("immutable");
        var other = new Browser(api().base());
        other.signIn(people.member(api, SectionsApi.of(api).customer(), "viewer"), People.PASSWORD)
                .location();
        other.get("/branding/logo/" + theirs + ".png").expect(200);
        other.get("/branding/logo/" + own + ".png").expect(404);
    }

    @Test
    void a_style_sheet_has_nothing_but_colours_in_it() {
        var sheet = viewer.get("/branding/0f6e66/b42318.css").expect(200);

        assertThat(sheet.header("Content-Type")).startsWith("text/css");
        assertThat(sheet.header("Cache-Control")).contains("immutable");
        assertThat(sheet.header("Content-Security-Policy")).contains("style-src 'self';");
        assertThat(sheet.body()).contains("--portal-brand: #0f6e66;");
        for (String bad : List.of("red%3B%7D", "0F6E66", "0f6e666", "%230f6e6", "expression")) {
            assertThat(viewer.get("/branding/" + bad + "/none.css").status())
                    .as(bad)
                    .isIn(400, 404);
        }
        assertThat(new Browser(api().base()).get("/branding/0f6e66/none.css").location())
                .isEqualTo("/login");
    }

    @Test
    void the_welcome_is_text_and_greets_the_customers_people_only() {
        changePartner("branding", Map.of("welcomeMessage", "Hello\n" + SCRIPT)).expect(200);

        assertThat(home())
                .contains("class=\"welcome\">Hello\n&lt;script&gt;alert(1)")
                .doesNotContain(SCRIPT);
        var operator = new Browser(api().base());
        operator.signIn("operator", PASSWORD).location();
        String page = "/customers/" + settings.customer() + "?partner=" + partner;
        assertThat(operator.get(page).expect(200).body())
                .contains("Tallystick, all customers")
                .doesNotContain("class=\"welcome\"");
    }

    @Test
    void mails_come_from_the_customer_else_from_the_partner() {
        assertThat(invite()).containsExactly("Tallystick", "null");
        changePartner("branding", Map.of("displayName", "Reseller Voice")).expect(200);
        assertThat(invite()).containsExactly("Reseller Voice", "null");
        changePartner(
                        "sender",
                        Map.of(
                                "senderName",
                                "Post \"of\" <Reseller>",
                                "senderAddress",
                                "post@reseller.example"))
                .expect(200);
        assertThat(invite()).containsExactly("Post \"of\" <Reseller>", "post@reseller.example");

        settings.change(
                        "branding",
                        Map.of("displayName", "Harbor", "senderAddress", "post@harbor.example"))
                .expect(200);
        String guest = guest();
        assertThat(sender(guest)).containsExactly("Post \"of\" <Reseller>", "post@harbor.example");
        assertThat(people.body(guest).orElseThrow())
                .startsWith("You are invited to Harbor, as viewer.")
                .doesNotContain("Tallystick");

        String email = people.member(api, settings.customer(), "viewer");
        var browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
        String next = "next-" + UUID.randomUUID() + "@example.com";
        browser.submit(
                        "/profile",
                        "/profile/email",
                        Map.of("email", next, "current", People.PASSWORD))
                .location();
        assertThat(sender(next)).containsExactly("Post \"of\" <Reseller>", "post@harbor.example");
        assertThat(people.body(next).orElseThrow()).contains("to sign in to Harbor with");
        var admin = new Browser(api().base());
        admin.signIn(people.member(api, settings.customer(), "admin"), People.PASSWORD).location();
        assertThat(admin.get("/customers/" + settings.customer() + "/outbox").expect(200).body())
                .contains("Post &quot;of&quot; &lt;Reseller&gt; &lt;post@harbor.example&gt;");
    }

    @Test
    void no_sender_ends_a_line() {
        for (String end : List.of("\r\n", "\n", "\u0085", "\u2028", "\u0000")) {
            for (String field : List.of("senderName", "senderAddress")) {
                var refused =
                        changePartner("sender", Map.of(field, "a" + end + "Bcc: eve@example.com"))
                                .expectProblem(400, "invalid_request");
                assertThat(refused.json().at("/errors/0/pointer").asString())
                        .isEqualTo("/" + field);
            }
            changePartner("branding", Map.of("displayName", "a" + end + "Bcc: eve@example.com"))
                    .expectProblem(400, "invalid_request");
        }
        changePartner("branding", Map.of("primaryColor", "red;}"))
                .expectProblem(400, "invalid_request");
        changePartner("branding", Map.of("logo", "9f".repeat(32)))
                .expectProblem(400, "invalid_request");
    }

    @Test
    void a_partner_changes_how_it_looks_and_not_what_it_may_give() {
        String secret =
                api.post(
                                "/api/v1/partners/" + partner + "/api-keys",
                                Map.of("name", "Own", "permissions", List.of("read", "write")))
                        .expect(201)
                        .json()
                        .get("secret")
                        .asString();
        Api own = api().withKey(secret);
        String path = "/api/v1/partners/" + partner + "/settings";

        var saved =
                own.patch(path + "/branding", Map.of("displayName", "Mine"), "If-Match", "0")
                        .expect(200)
                        .json();

        assertThat(saved.get("version").asLong()).isEqualTo(1);
        assertThat(saved.get("displayName").asString()).isEqualTo("Mine");
        own.patch(path + "/addOns", Map.of("payPerCall", false), "If-Match", "1")
                .expectProblem(403, "operator_only");
        own.patch(path + "/colours", Map.of(), "If-Match", "1")
                .expectProblem(404, "section_not_found");
        own.patch(path + "/sender", Map.of(), "If-Match", "0")
                .expectProblem(409, "settings_changed");
        own.patch(path + "/sender", Map.of()).expectProblem(428, "precondition_required");
        var all = own.get(path).expect(200).json();
        assertThat(all.get("branding").get("displayName").asString()).isEqualTo("Mine");
        assertThat(all.get("addOns").get("payPerCall").asBoolean()).isTrue();
        assertThat(all.get("version").asLong()).isEqualTo(1);
        api().withKey(settings.key("read", "write"))
                .patch(path + "/branding", Map.of("displayName", "Not mine"), "If-Match", "1")
                .expectProblem(404, "partner_not_found");
    }

    @Test
    void a_page_shows_and_changes_what_is_set_for_a_partner() {
        var operator = new Browser(api().base());
        operator.signIn("operator", PASSWORD).location();
        String at = "?partner=" + partner;
        assertThat(operator.get("/settings" + at).expect(200).body())
                .containsSubsequence(
                        "Settings",
                        "Logo",
                        "Branding",
                        "Display name",
                        "Sender",
                        "Add-ons",
                        "Advanced Analytics",
                        "Pay Per Call");

        var saved =
                operator.submit(
                        "/settings" + at,
                        "/settings/branding" + at,
                        Map.of(
                                "version", "0",
                                "fields", "displayName",
                                "displayName", "From the page"));

        assertThat(saved.location()).isEqualTo("/settings" + at);
        assertThat(operator.get("/settings" + at).body()).contains("From the page");
        operator.upload(
                        "/settings" + at,
                        "/settings/branding/logo" + at + "&version=1",
                        "logo.png",
                        SamplePictures.png(30, 30, 0xFF0000))
                .location();
        assertThat(operator.get("/settings" + at).body()).contains("/settings/logo/");
        assertThat(
                        operator.submit(
                                        "/settings" + at,
                                        "/settings/branding" + at,
                                        Map.of(
                                                "version", "2",
                                                "fields", "primaryColor",
                                                "primaryColor", "red;}"))
                                .expect(400)
                                .body())
                .contains("primaryColor is a colour such as #0f6e66.");
        viewer.get("/settings").expect(404);
    }

    private String home() {
        return viewer.get("/customers/" + settings.customer()).expect(200).body();
    }

    private Api.Answer changePartner(String section, Map<String, ?> fields) {
        String path = "/api/v1/partners/" + partner + "/settings";
        long version = api().get(path).expect(200).json().get("version").asLong();
        return api().patch(
                        path + "/" + section,
                        new HashMap<>(fields),
                        "If-Match",
                        Long.toString(version));
    }

    private String logo(String owner, long version, int rgb) {
        return api.send(
                        "PUT",
                        owner + "/settings/branding/logo",
                        "image/png",
                        SamplePictures.png(60, 40, rgb),
                        "If-Match",
                        Long.toString(version))
                .expect(200)
                .json()
                .get("logo")
                .asString();
    }

    private String guest() {
        String email = "guest-" + UUID.randomUUID() + "@example.com";
        api.post(settings.path() + "/members", Map.of("email", email, "role", "viewer"))
                .expect(201);
        return email;
    }

    private List<String> invite() {
        return sender(guest());
    }

    /// Name and address of the last mail to somebody.
    private List<String> sender(String email) {
        return jdbc.sql(
                        """
                        select from_name, from_address from work.outbox
                        where recipient = :email order by mail_id desc limit 1
                        """)
                .param("email", email)
                .query((row, number) -> List.of(row.getString(1), String.valueOf(row.getString(2))))
                .single();
    }
}
