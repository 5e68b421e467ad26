package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of clients and of embed URLs, and what an invited client sees.
@SuppressWarnings("NullAway.Init")
class ClientPagesTest extends RunningApplication {

    private static final Pattern LINK = Pattern.compile("/client-invitations/[A-Za-z0-9_-]{43}");
    private static final Pattern EMBED = Pattern.compile("/portal/links/[A-Za-z0-9_-]{43}");
    private static final Pattern CLIENT = Pattern.compile("/clients/([0-9a-f-]{36})");

    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    private final String email = "client-" + UUID.randomUUID() + "@example.com";
    private SectionsApi settings;
    private String clients;
    private String urls;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
        clients = "/customers/" + settings.customer() + "/clients";
        urls = "/customers/" + settings.customer() + "/embed-urls";
    }

    @Test
    void a_manager_creates_changes_invites_and_archives_a_client() {
        Browser manager = member("manager");
        assertThat(manager.get(clients).expect(200).body()).contains("No clients yet");

        String next =
                manager.submit(clients, clients, Map.of("name", "Ada", "email", email)).location();
        assertThat(next).isEqualTo(clients);
        String client = client(manager);
        manager.submit(client, client, Map.of("name", "Ada Ott", "email", email, "phone", ""))
                .location();
        manager.submit(client, client + "/invite", Map.of()).expect(409);
        portal(Map.of("enabled", true));
        manager.submit(client, client + "/invite", Map.of()).location();
        assertThat(manager.get(client).expect(200).body())
                .contains("Ada Ott", "data-state=\"invited\"", "Invite again");

        manager.submit(client, client + "/archive", Map.of()).location();
        assertThat(manager.get(clients).expect(200).body()).contains("No clients yet");
        assertThat(manager.get(clients + "?archived=true").expect(200).body()).contains("Ada Ott");
    }

    @Test
    void a_refusal_is_told_beside_what_was_typed() {
        String refused =
                member("owner")
                        .submit(clients, clients, Map.of("name", "<b>Ada", "email", "nowhere"))
                        .expect(400)
                        .body();

        assertThat(refused)
                .contains("role=\"alert\"", "value=\"&lt;b&gt;Ada\"", "value=\"nowhere\"");
    }

    @Test
    void a_viewer_sees_clients_and_urls_and_changes_none() {
        api().post("/api/v1" + clients, Map.of("name", "Ada", "email", email)).expect(201);
        Browser viewer = member("viewer");

        String client = client(viewer);
        assertThat(viewer.get(clients).body()).doesNotContain("Create the client");
        assertThat(viewer.get(client).expect(200).body())
                .doesNotContain("<form class=\"key-form\"");
        assertThat(viewer.get(urls).expect(200).body()).doesNotContain("Create the link");
        viewer.submit("/profile", client + "/archive", Map.of()).expect(403);
        viewer.submit("/profile", urls, Map.of("kind", "other", "scopes", "usage")).expect(403);
        member("publisher").get(clients).expect(403);
    }

    @Test
    void an_invited_client_sees_what_is_switched_on_and_nothing_else() {
        portal(Map.of("enabled", true, "autoInvite", true));
        settings.change("branding", Map.of("displayName", "Harbor", "welcomeMessage", "Ahoy!"))
                .expect(200);
        api().post("/api/v1" + clients, Map.of("name", "Ada", "email", email)).expect(201);
        String link = link();
        var guest = new Browser(api().base());

        assertThat(guest.get(link).expect(200).body())
                .contains("Welcome, Ada", "Harbor", "Ahoy!", "Nothing is open to clients yet.")
                .doesNotContain("Chat with us", "Send us documents", "of your cases");

        portal(Map.of("chatEnabled", true, "caseVisibility", List.of("status", "title")));
        assertThat(guest.get(link).expect(200).body())
                .contains("Chat with us", "status", "title")
                .doesNotContain("Send us documents");
        assertThat(guest.get("/customers/" + settings.customer()).location()).endsWith("/login");
    }

    @Test
    void to_look_accepts_nothing_and_to_accept_twice_is_one_fact() {
        portal(Map.of("enabled", true, "autoInvite", true));
        api().post("/api/v1" + clients, Map.of("name", "Ada", "email", email)).expect(201);
        String link = link();
        var guest = new Browser(api().base());
        guest.get(link).expect(200);
        assertThat(state()).isEqualTo("invited");

        assertThat(guest.submit(link, link, Map.of()).location()).isEqualTo(link);
        guest.post(link, Map.of("_csrf", guest.token("/login"))).location();

        assertThat(state()).isEqualTo("accepted");
        assertThat(guest.get(link).expect(200).body()).contains("You have accepted");
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void a_link_opens_nothing_once_it_ended_and_while_the_portal_is_off() {
        portal(Map.of("enabled", true, "autoInvite", true));
        api().post("/api/v1" + clients, Map.of("name", "Ada", "email", email)).expect(201);
        String link = link();
        var guest = new Browser(api().base());

        guest.get("/client-invitations/" + "a".repeat(43)).expect(404);
        guest.get("/client-invitations/x").expect(404);
        portal(Map.of("enabled", false));
        assertThat(guest.get(link).expect(403).body()).contains("The portal is closed.");
        guest.post(link, Map.of("_csrf", guest.token("/login"))).expect(403);
        portal(Map.of("enabled", true));
        guest.get(link).expect(200);

        jdbc.sql("update work.client set expires_at = created_at where email = :email")
                .param("email", email)
                .update();
        assertThat(guest.get(link).expect(410).body()).contains("has expired");
    }

    @Test
    void an_admin_creates_an_embed_url_sees_it_once_and_revokes_it() {
        Browser admin = member("admin");
        assertThat(admin.get(urls).expect(200).body())
                .contains("The portal of this customer is off");
        portal(Map.of("enabled", true));

        var form =
                Map.of(
                        "kind", "iframe",
                        "label", "Intranet",
                        "scopes", "usage",
                        "origins", "https://a.example\nhttps://b.example");
        String made = admin.submit(urls, urls, form).expect(200).body();

        assertThat(EMBED.matcher(made).find()).isTrue();
        String list = admin.get(urls).expect(200).body();
        assertThat(EMBED.matcher(list).find()).isFalse();
        assertThat(list)
                .contains(
                        "Intranet", "data-state=\"open\"", "https://a.example, https://b.example");
        var id = Pattern.compile("data-url=\"([^\"]+)\"").matcher(list);
        assertThat(id.find()).isTrue();
        admin.submit(urls, urls + "/" + id.group(1) + "/revoke", Map.of()).location();
        assertThat(admin.get(urls).expect(200).body()).contains("data-state=\"revoked\"");
        admin.submit(urls, urls, Map.of("kind", "iframe", "scopes", "usage", "origins", "*"))
                .expect(400);
    }

    private void portal(Map<String, ?> fields) {
        settings.change("portal", fields).expect(200);
    }

    private String client(Browser browser) {
        var client = CLIENT.matcher(browser.get(clients).expect(200).body());
        assertThat(client.find()).isTrue();
        return clients + "/" + client.group(1);
    }

    private String link() {
        String body =
                jdbc.sql("select body from work.outbox where recipient = :email")
                        .param("email", email)
                        .query(String.class)
                        .single();
        var link = LINK.matcher(body);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String state() {
        return api().get("/api/v1" + clients)
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("state")
                .asString();
    }

    private int accepted() {
        return jdbc.sql(
                        """
                        select count(*) from event_log.entry
                        where type = 'access.ClientInvitationAccepted'
                          and convert_from(payload, 'UTF8')::jsonb ->> 'clientId' = (
                            select client_id::text from work.client where email = :email)
                        """)
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private Browser member(String role) {
        var browser = new Browser(api().base());
        browser.signIn(people.member(api(), settings.customer(), role), People.PASSWORD).location();
        return browser;
    }
}
