package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Embed URLs are given out, opened once, looked at and closed.
@SuppressWarnings("NullAway.Init")
class EmbedUrlsTest extends RunningApplication {

    private static final String HOST = "https://intranet.example.com";
    private static final String ELSEWHERE = "https://elsewhere.example.com";
    private static final Pattern REFUSAL = Pattern.compile("data-refusal=\"([a-z_]+)\"");

    @Autowired private JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    private SectionsApi settings;
    private String path;

    @BeforeEach
    void customer_with_a_portal() {
        settings = SectionsApi.of(api());
        path = settings.path() + "/embed-urls";
        portal(true);
    }

    @Test
    void a_link_opens_a_session_that_shows_the_usage_and_says_who_may_frame_it() {
        long position = api().post("/api/v1/events", List.of(sms())).expect(200).position();
        api().getAfter(position, settings.path() + "/usage").expect(200);

        String session = open(create("iframe", "usage"), HOST);
        Answer page = browse(session, HOST);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("data-meter=\"sms_segments\"", "data-plain=\"2\"");
        assertThat(page.header("content-security-policy")).contains("frame-ancestors " + HOST);
        assertThat(page.header("x-frame-options")).isEmpty();
        assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(page.header("set-cookie")).isEmpty();
        assertThat(page.header("cache-control")).contains("no-store");
    }

    @Test
    void a_portal_that_is_off_gives_out_no_link() {
        portal(false);
        wish("iframe", List.of("usage"), List.of(HOST)).expectProblem(409, "portal_off");
        portal(true);
        settings.change("account", Map.of("status", "inactive")).expect(200);
        wish("iframe", List.of("usage"), List.of(HOST)).expectProblem(409, "customer_inactive");
        assertThat(facts("access.EmbedUrlCreated")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "popup | usage | https://a.example | /kind unknown_value",
                "iframe | invoices | https://a.example | /scopes unknown_value",
                "iframe | Usage | https://a.example | /scopes unknown_value",
                "iframe | usage | https://*.example | /origins invalid_origin",
                "iframe | usage | * | /origins invalid_origin",
                "iframe | usage | null | /origins invalid_origin",
                "iframe | usage | http://a.example | /origins invalid_origin",
                "iframe | usage | https://a.example/page | /origins invalid_origin",
                "iframe | usage | https://eve@a.example | /origins invalid_origin",
                "iframe | usage | https://a.example;script-src | /origins invalid_origin",
                "iframe | usage | https://a.example 'self' | /origins invalid_origin",
                "iframe | usage | javascript:alert(1) | /origins invalid_origin"
            })
    void what_is_no_embed_url_is_refused_with_the_field(
            String kind, String scope, String origin, String fault) {
        JsonNode error =
                wish(kind, List.of(scope), List.of(origin))
                        .expectProblem(400, "invalid_request")
                        .json()
                        .get("errors")
                        .get(0);

        assertThat(error.get("pointer").asString() + " " + error.get("code").asString())
                .isEqualTo(fault);
    }

    @Test
    void a_frame_names_its_pages_and_nothing_lasts_longer_than_it_may() {
        wish("widget", List.of("usage"), List.of()).expectProblem(400, "invalid_request");
        wish("iframe", List.of(), List.of(HOST)).expectProblem(400, "invalid_request");
        for (var times :
                List.of(
                        Map.of("expiresInSeconds", 901),
                        Map.of("expiresInSeconds", 0),
                        Map.of("sessionSeconds", 43_201),
                        Map.of("sessionSeconds", -1))) {
            Map<String, Object> wish = new HashMap<>(times);
            wish.putAll(Map.of("kind", "other", "scopes", List.of("usage")));
            Api.Answer refused = api().post(path, wish).expectProblem(400, "invalid_request");
            assertThat(SectionsApi.codes(refused)).containsExactly("out_of_range");
        }
    }

    @Test
    void a_link_that_was_never_given_or_is_altered_opens_nothing() {
        String link = create("other", "usage");
        char last = link.charAt(link.length() - 2);
        String altered =
                link.substring(0, link.length() - 2)
                        + (last == 'A' ? 'B' : 'A')
                        + link.substring(link.length() - 1);

        for (String wrong : List.of(altered, link + "A", "/portal/links/x", "/portal/links/%00")) {
            Answer answer = browse(wrong, null);
            assertThat(answer.status()).as(wrong).isIn(400, 403);
        }
        assertThat(refusal(browse(altered, null))).isEqualTo("embed_url_unknown");
        assertThat(refusal(browse("/portal/sessions/" + "a".repeat(43) + "/usage", null)))
                .isEqualTo("embed_url_unknown");
        open(link, null);
    }

    @Test
    void a_link_works_once_and_not_after_its_time() {
        String link = create("other", "usage");
        open(link, null);
        assertThat(refusal(browse(link, null))).isEqualTo("embed_url_used");

        String late = create("other", "usage");
        age("expires_at = created_at - interval '1 second'");
        assertThat(refusal(browse(late, null))).isEqualTo("embed_url_expired");
        assertThat(facts("access.EmbedUrlOpened")).isEqualTo(1);
    }

    @Test
    void a_session_ends_by_itself() {
        String session = open(create("other", "usage"), null);
        assertThat(browse(session, null).status()).isEqualTo(200);

        age("session_ends_at = created_at");

        assertThat(refusal(browse(session, null))).isEqualTo("embed_session_ended");
        assertThat(states()).containsExactly("ended");
    }

    @Test
    void of_many_who_open_a_link_at_once_one_is_let_in() throws Exception {
        String link = create("iframe", "usage");
        List<Future<Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                answers.add(threads.submit(() -> browse(link, HOST)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        assertThat(statuses).containsOnlyOnce(302).containsOnly(302, 403);
        assertThat(facts("access.EmbedUrlOpened")).isEqualTo(1);
    }

    @Test
    void a_frame_opens_on_its_own_pages_only_and_a_foreign_one_leaves_the_link_unused() {
        String link = create("iframe", "usage");

        for (String foreign : new String[] {ELSEWHERE, "http://intranet.example.com", "null"}) {
            assertThat(refusal(browse(link, foreign))).as(foreign).isEqualTo("origin_not_allowed");
        }
        assertThat(refusal(browse(link, null))).isEqualTo("origin_not_allowed");
        String session = open(link, HOST + "/some/page?with=a#query");

        assertThat(refusal(browse(session, ELSEWHERE))).isEqualTo("origin_not_allowed");
        assertThat(browse(session, ELSEWHERE).header("content-security-policy"))
                .contains("frame-ancestors " + HOST)
                .doesNotContain(ELSEWHERE);
        // A page of ours tells no server where it is, so within a session nothing is said.
        assertThat(browse(session, null).status()).isEqualTo(200);
    }

    @Test
    void who_only_looks_whether_the_link_is_there_does_not_use_it_up() {
        String link = create("other", "usage");

        assertThat(send("HEAD", link, null, Map.of()).status()).isEqualTo(200);
        assertThat(send("GET", link, null, Map.of("Sec-Purpose", "prefetch")).status())
                .isEqualTo(200);

        open(link, null);
    }

    @Test
    void a_session_shows_what_its_scopes_say_and_nothing_else() {
        String session = open(create("other", "days"), null);
        String at = session.substring(0, session.lastIndexOf('/'));

        assertThat(session).endsWith("/days");
        assertThat(browse(session, null).body())
                .contains("id=\"days\"")
                .doesNotContain("/usage\"", "/qualified-calls\"", "id=\"cards\"");
        assertThat(refusal(browse(at + "/usage", null))).isEqualTo("scope_missing");
        assertThat(refusal(browse(at + "/qualified-calls", null))).isEqualTo("scope_missing");
        assertThat(browse(at + "/invoices", null).status()).isEqualTo(404);
    }

    @Test
    void a_session_is_of_its_customer_and_opens_neither_api_nor_pages() {
        SectionsApi other = SectionsApi.of(api());
        String session = open(create("other", "usage"), null);
        String secret = session.split("/")[3];

        api().withKey(secret).get(other.path()).expectProblem(401, "invalid_key");
        Answer page = browse("/customers/" + settings.customer() + "?session=" + secret, null);
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("location")).endsWith("/login");
        assertThat(browse(session + "?customer=" + other.customer(), null).body())
                .doesNotContain(other.customer());
    }

    @Test
    void a_revoked_url_closes_its_link_and_its_session_at_once() {
        String unopened = create("other", "usage");
        revoke(0);
        assertThat(refusal(browse(unopened, null))).isEqualTo("embed_url_revoked");

        String session = open(create("other", "usage"), null);
        revoke(0);
        assertThat(refusal(browse(session, null))).isEqualTo("embed_url_revoked");
        revoke(0);
        assertThat(facts("access.EmbedUrlRevoked")).isEqualTo(2);
        assertThat(states()).containsOnly("revoked");
    }

    @Test
    void a_portal_that_is_off_closes_everything_and_on_again_restores_what_still_has_time() {
        String session = open(create("other", "usage"), null);
        String link = create("other", "usage");

        portal(false);
        assertThat(refusal(browse(session, null))).isEqualTo("portal_off");
        assertThat(refusal(browse(link, null))).isEqualTo("portal_off");

        portal(true);
        assertThat(browse(session, null).status()).isEqualTo(200);
        open(link, null);

        settings.change("account", Map.of("status", "archived")).expect(200);
        assertThat(refusal(browse(session, null))).isEqualTo("customer_archived");
    }

    @Test
    void a_brand_is_shown_in_a_session_and_closed_with_it() {
        settings.change(
                        "branding",
                        Map.of("displayName", "Harbor Voice", "primaryColor", "#0f6e66"))
                .expect(200);
        String session = open(create("iframe", "usage"), HOST);
        String style = session.substring(0, session.lastIndexOf('/')) + "/style.css";

        assertThat(browse(session, HOST).body()).contains("Harbor Voice", style);
        assertThat(browse(style, null).body()).contains("--tblr-primary: #0f6e66");
        portal(false);
        assertThat(browse(style, null).status()).isEqualTo(403);
    }

    @Test
    void the_secrets_are_kept_nowhere_and_the_log_tells_the_rest() {
        String link = create("iframe", "usage");
        String session = open(link, HOST);
        revoke(0);

        for (String secret : List.of(link.split("/")[3], session.split("/")[3])) {
            int kept =
                    jdbc.sql(
                                    """
                                    select (select count(*) from event_log.entry
                                            where convert_from(payload, 'UTF8') like '%' || :secret || '%'
                                               or convert_from(metadata, 'UTF8') like '%' || :secret || '%')
                                      + (select count(*) from work.embed_url where embed_url::text like '%' || :secret || '%')
                                    """)
                            .param("secret", secret)
                            .query(Integer.class)
                            .single();
            assertThat(kept).isZero();
        }
        long position =
                api().post(path, Map.of("kind", "other", "scopes", List.of("usage")))
                        .expect(201)
                        .position();
        JsonNode log =
                api().getAfter(position, settings.path() + "/system-log?type=integration")
                        .expect(200)
                        .json();
        assertThat(log.get("items").findValuesAsString("summary"))
                .contains(
                        "The embed URL \"iframe\" was created for usage.",
                        "The embed URL \"iframe\" was opened in " + HOST + ".",
                        "The embed URL \"iframe\" was revoked.");
    }

    @Test
    void the_list_has_no_secret_and_says_what_is_in_use() {
        open(create("iframe", "usage"), HOST);
        create("other", "days");

        JsonNode items = api().get(path).expect(200).json().get("items");

        assertThat(states()).containsExactly("open", "in_use");
        assertThat(items.get(1).get("origins").get(0).asString()).isEqualTo(HOST);
        assertThat(items.toString()).doesNotContain("portal/links", "hash");
        api().get(path + "?cursor=x").expectProblem(400, "invalid_request");
    }

    private void portal(boolean on) {
        settings.change("portal", Map.of("enabled", on)).expect(200);
    }

    private Api.Answer wish(String kind, List<String> scopes, List<String> origins) {
        return api().post(path, Map.of("kind", kind, "scopes", scopes, "origins", origins));
    }

    /// @return the path of the link
    private String create(String kind, String scope) {
        List<String> origins = kind.equals("other") ? List.of() : List.of(HOST);
        JsonNode made = wish(kind, List.of(scope), origins).expect(201).json();
        return URI.create(made.get("url").asString()).getPath();
    }

    /// @return the path that the link leads to
    private String open(String link, @Nullable String from) {
        Answer answer = browse(link, from);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.header("location")).getPath();
    }

    private void revoke(int index) {
        String id = api().get(path).expect(200).json().get("items").get(index).get("id").asString();
        api().delete(path + "/" + id).expect(204);
    }

    private List<String> states() {
        return api().get(path).expect(200).json().get("items").findValuesAsString("state");
    }

    /// Nobody can wait for twelve hours.
    private void age(String change) {
        jdbc.sql(
                        "update work.embed_url set "
                                + change
                                + " where customer_id = (select customer_id from work.customer where key = :key)"
                                + " and revoked_at is null")
                .param("key", settings.customer())
                .update();
    }

    private record Answer(int status, String body, HttpResponse<String> raw) {

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private static String refusal(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        var code = REFUSAL.matcher(answer.body());
        assertThat(code.find()).as(answer.body()).isTrue();
        return code.group(1);
    }

    /// @param from the page that the browser comes from, null where it does not say
    private Answer browse(String path, @Nullable String from) {
        return send("GET", path, from, Map.of());
    }

    private Answer send(
            String method, String path, @Nullable String from, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(api().base().resolve(path))
                        .header("Accept", "text/html")
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (from != null) {
            request.header("Referer", from);
        }
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> sms() {
        return Map.of(
                "specversion", "1.0",
                "id", UUID.randomUUID(),
                "source", "embed",
                "type", "sms.sent",
                "subject", settings.customer(),
                "time", "2026-11-03T12:00:00Z",
                "data", Map.of("segments", 2));
    }

    private int facts(String type) {
        return jdbc.sql(
                        """
                        select count(*) from event_log.entry
                        where type = :type and convert_from(payload, 'UTF8')::jsonb ->> 'customerId' = (
                          select customer_id::text from work.customer where key = :key)
                        """)
                .param("type", type)
                .param("key", settings.customer())
                .query(Integer.class)
                .single();
    }
}
