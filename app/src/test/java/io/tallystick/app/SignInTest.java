package io.tallystick.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.portal.ContentSecurityPolicy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a person gets in, what that opens, and how it ends.
@SuppressWarnings("NullAway.Init")
class SignInTest extends RunningApplication {

    private static final String LOGINS =
            "select count(*) from event_log.entry where type = 'access.LoginSucceeded'";
    private static final String SESSIONS =
            "select count(*) from work.spring_session where principal_name = 'operator'";

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(api().base());
    }

    @Test
    void the_login_page_is_there_for_everybody() {
        assertThat(browser.get("/login").expect(200).body()).contains("Sign in");
    }

    @Test
    void a_page_sends_a_stranger_to_the_login_page() {
        assertThat(browser.get("/").location()).isEqualTo("/login");
        assertThat(browser.get("/customers/any").location()).isEqualTo("/login");
        assertThat(browser.get("/no-such-page").location()).isEqualTo("/login");
    }

    @Test
    void the_right_password_opens_the_pages() {
        assertThat(browser.signIn("operator", PASSWORD).location()).isEqualTo("/");

        assertThat(browser.get("/").expect(200).body()).contains("Tallystick");
    }

    @Test
    void after_signing_in_a_person_sees_the_page_that_was_asked_for() {
        browser.get("/?after=login").location();

        assertThat(browser.signIn("operator", PASSWORD).location()).startsWith("/?after=login");
    }

    @Test
    void a_wrong_password_opens_nothing_and_leaves_no_fact() throws SQLException {
        long logins = count(LOGINS);
        long sessions = count(SESSIONS);

        assertThat(browser.signIn("operator", PASSWORD + "!").location()).isEqualTo("/login?error");

        assertThat(browser.get("/").location()).isEqualTo("/login");
        assertThat(browser.get("/login?error").expect(200).body()).contains("do not match");
        assertThat(count(LOGINS)).isEqualTo(logins);
        assertThat(count(SESSIONS)).isEqualTo(sessions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody", "Operator", "o'; drop table x; --", "\ud83d\ude00"})
    void another_name_is_answered_as_a_wrong_password_is(String login) {
        assertThat(browser.signIn(login, PASSWORD).location()).isEqualTo("/login?error");
    }

    @Test
    void a_password_of_any_length_is_only_wrong() {
        assertThat(browser.signIn("operator", "").location()).isEqualTo("/login?error");
        assertThat(browser.signIn("operator", "ö".repeat(5_000)).location())
                .isEqualTo("/login?error");
    }

    @Test
    void what_no_person_types_is_refused() {
        browser.signIn("operator", PASSWORD + "\u0000").expect(400);
        browser.signIn("a\u0000b", PASSWORD).expect(400);
    }

    @Test
    void a_stranger_leaves_no_session_behind() throws SQLException {
        long before = count(SESSIONS);

        browser.get("/").location();
        browser.get("/login").expect(200);
        browser.signIn("operator", "wrong").location();

        assertThat(count(SESSIONS)).isEqualTo(before);
        assertThat(browser.cookie("tallystick")).isEmpty();
    }

    @Test
    void a_login_is_a_fact_of_the_person_who_did_it() throws SQLException {
        long before = count(LOGINS);

        browser.signIn("operator", PASSWORD);

        assertThat(count(LOGINS)).isEqualTo(before + 1);
        String fact =
                text(
                        """
                        select convert_from(payload, 'UTF8') || convert_from(metadata, 'UTF8')
                        from event_log.entry where type = 'access.LoginSucceeded'
                        order by position desc limit 1
                        """);
        assertThat(fact)
                .contains("\"login\":\"operator\"")
                .contains("\"actorType\":\"operator\"")
                .contains("\"tenantId\":\"01900000-0000-7000-8000-000000000001\"")
                .doesNotContain(PASSWORD);
    }

    @Test
    void the_session_is_in_the_database_and_ends_with_it() throws SQLException {
        long before = count(SESSIONS);
        browser.signIn("operator", PASSWORD);
        assertThat(count(SESSIONS)).isEqualTo(before + 1);

        try (var connection = database().connection();
                var statement = connection.createStatement()) {
            statement.execute("delete from work.spring_session where principal_name = 'operator'");
        }

        assertThat(browser.get("/").location()).isEqualTo("/login");
    }

    @Test
    void signing_out_works_however_long_the_page_is() {
        for (int i = 0; i < 60; i++) {
            String key = "long-page-" + i;
            api().post(
                            "/api/v1/customers",
                            Map.of("key", key, "name", "A customer of a long page " + i))
                    .expect(201);
        }
        browser.signIn("operator", PASSWORD);

        assertThat(browser.signOut().location()).isEqualTo("/login?logout");
    }

    @Test
    void signing_out_ends_the_session_for_every_holder_of_its_cookie() throws SQLException {
        browser.signIn("operator", PASSWORD);
        var thief = new Browser(api().base());
        thief.takeCookies(browser.cookies());
        thief.get("/").expect(200);
        long before = count(SESSIONS);

        assertThat(browser.signOut().location()).isEqualTo("/login?logout");

        assertThat(count(SESSIONS)).isEqualTo(before - 1);
        assertThat(browser.get("/").location()).isEqualTo("/login");
        assertThat(thief.get("/").location()).isEqualTo("/login");
    }

    @Test
    void a_session_that_was_planted_before_the_login_is_worth_nothing_after_it() {
        String planted =
                Base64.getEncoder()
                        .encodeToString(
                                "01900000-0000-4000-8000-000000000000"
                                        .getBytes(StandardCharsets.UTF_8));
        browser.takeCookies(Map.of("tallystick", planted));

        browser.signIn("operator", PASSWORD);

        assertThat(browser.cookie("tallystick")).isNotEqualTo(planted);
        var thief = new Browser(api().base());
        thief.takeCookies(Map.of("tallystick", planted));
        assertThat(thief.get("/").location()).isEqualTo("/login");
    }

    @Test
    void a_form_without_the_pages_token_is_refused() {
        browser.get("/login").expect(200);
        browser.post("/login", Map.of("username", "operator", "password", PASSWORD)).expect(403);
        browser.post(
                        "/login",
                        Map.of("username", "operator", "password", PASSWORD, "_csrf", "guessed"))
                .expect(403);
        assertThat(browser.get("/").location()).isEqualTo("/login");

        browser.signIn("operator", PASSWORD);
        browser.post("/logout", Map.of()).expect(403);
        browser.get("/").expect(200);
    }

    @Test
    void nobody_is_signed_out_by_a_link() {
        browser.signIn("operator", PASSWORD);

        browser.get("/logout");

        browser.get("/").expect(200);
    }

    @Test
    void a_request_with_a_key_is_not_remembered() throws SQLException {
        long before = count("select count(*) from work.spring_session_attributes");

        api().get("/", "Accept", "text/html").raw();

        assertThat(count("select count(*) from work.spring_session_attributes")).isEqualTo(before);
    }

    @Test
    void a_session_never_opens_the_api() {
        browser.signIn("operator", PASSWORD);

        var answer = browser.get("/api/v1/customers").expect(401);

        assertThat(answer.body()).contains("credential_required");
        assertThat(answer.header("set-cookie")).isEmpty();
    }

    @Test
    void a_key_never_opens_a_page_and_starts_no_session() {
        for (String page : new String[] {"/", "/customers/any", "/customers/any/stream"}) {
            var answer = api().get(page);
            assertThat(answer.status()).as(page).isEqualTo(302);
            assertThat(answer.raw().headers().firstValue("location").orElseThrow())
                    .endsWith("/login");
        }
        assertThat(api().get("/api/v1/customers").raw().headers().allValues("set-cookie"))
                .isEmpty();
    }

    @Test
    void the_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        var page = browser.signIn("operator", PASSWORD);
        var cookies = page.raw().headers().allValues("set-cookie");

        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("tallystick="));
        assertThat(cookies)
                .allSatisfy(cookie ->
                        assertThat(Arrays.asList(cookie.split("; ")))
                                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                                .noneMatch(part -> part.startsWith("Domain")));
    }

    @Test
    void every_page_forbids_what_did_not_come_from_this_server() {
        var login = browser.get("/login");
        browser.signIn("operator", PASSWORD);
        for (var page :
                new Browser.Page[] {login, browser.get("/"), browser.get("/customers/none")}) {
            assertThat(page.header("content-security-policy"))
                    .isEqualTo(ContentSecurityPolicy.POLICY)
                    .doesNotContain("unsafe");
            assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.header("x-frame-options")).isEqualTo("DENY");
            assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
            assertThat(page.header("permissions-policy")).contains("camera=()");
            assertThat(page.header("cache-control")).contains("no-store");
            assertThat(page.body()).doesNotContain("<script>").doesNotContain(" style=\"");
        }
    }

    @Test
    void an_answer_of_the_api_is_not_kept_or_guessed_at_by_a_browser() {
        var headers = api().get("/api/v1/customers").expect(200).raw().headers();

        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("cache-control").orElse("")).contains("no-store");
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (var connection = database().connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return requireNonNull(rows.getString(1));
        }
    }
}
