package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.eventstore.testing.TestDatabase;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Mails as people get them: from an installation that has a mail server, which is another process.
/// Tests write to addresses of their own.
@SuppressWarnings("NullAway.Init")
class MailsTest {

    private static TestDatabase database;
    private static ForeignMailServer server;
    private static ConfigurableApplicationContext application;
    private static Api api;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        database = TestDatabase.with();
        jdbc = JdbcClient.create(database.dataSource());
        server = new ForeignMailServer();
        application =
                new SpringApplicationBuilder(TallystickApplication.class)
                        .run(
                                "--server.port=0",
                                "--TALLYSTICK_DATABASE_URL=" + database.url(),
                                "--TALLYSTICK_ADMIN_KEY=" + RunningApplication.KEY,
                                "--TALLYSTICK_ADMIN_PASSWORD=" + RunningApplication.PASSWORD,
                                "--TALLYSTICK_URL=https://usage.example.com",
                                "--TALLYSTICK_SMTP_HOST=127.0.0.1",
                                "--TALLYSTICK_SMTP_PORT=" + server.port(),
                                "--TALLYSTICK_SMTP_FROM=usage@tallystick.example");
        int port =
                application
                        .getEnvironment()
                        .getRequiredProperty("local.server.port", Integer.class);
        api = new Api(port, RunningApplication.KEY);
    }

    @AfterAll
    static void stop() {
        application.close();
        server.close();
        database.close();
    }

    @Test
    void low_credits_are_told_once_in_the_brand_of_the_partner_whatever_is_replayed()
            throws Exception {
        SectionsApi settings = SectionsApi.of(api);
        List<String> people = List.of(someone(), someone());
        runLow(settings, people);

        for (String person : people) {
            MimeMessage mail = mailTo(person);
            var from = (InternetAddress) mail.getFrom()[0];
            assertThat(from.getPersonal()).isEqualTo("Heron Billing");
            assertThat(from.getAddress()).isEqualTo("billing@heron.example");
            assertThat(mail.getSender()).hasToString("usage@tallystick.example");
            assertThat(mail.getSubject())
                    .isEqualTo("Credits run low: " + settings.customer() + " has 15 left");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getMessageID()).isEqualTo("<" + id(person) + "@tallystick.example>");
            assertThat(part(mail, "text/plain")).contains("has 15 AI credits left");
            assertThat(part(mail, "text/html"))
                    .contains("has 15 AI credits left", "background-color:#aa2200;", ">Heron<");
        }

        replayEverything();
        // Whatever was to be sent before this one was sent before.
        String last = invite(settings);
        mailTo(last);
        for (String person : people) {
            assertThat(server.mailsTo(person)).hasSize(1);
        }
        assertThat(server.mailsTo(last)).hasSize(1);
    }

    /// The facts once more for who writes mails, and all projections.
    private static void replayEverything() {
        jdbc.sql("update work.log_group set position = 0 where name = 'credit-mails'").update();
        List<String> names =
                api.get("/api/v1/admin/projections").expect(200).json().findValuesAsString("name");
        long position = 0;
        for (String name : names) {
            position =
                    api.post(
                                    "/api/v1/admin/projections/" + name + "/replay",
                                    Map.of("reason", "tests"))
                            .expect(202)
                            .position();
        }
        long reached = position;
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> {
                    assertThat(
                                    jdbc.sql(
                                                    "select position from work.log_group where name = 'credit-mails'")
                                            .query(Long.class)
                                            .single())
                            .isGreaterThanOrEqualTo(reached);
                    for (JsonNode projection :
                            api.get("/api/v1/admin/projections").expect(200).json()) {
                        assertThat(projection.get("replaying").asBoolean()).isFalse();
                        assertThat(projection.get("generation").asInt()).isGreaterThan(1);
                    }
                });
    }

    @Test
    void an_invitation_leads_to_the_pages() throws Exception {
        String invited = invite(SectionsApi.of(api));

        MimeMessage mail = mailTo(invited);

        String link =
                part(mail, "text/plain")
                        .lines()
                        .filter(line -> line.startsWith("https://usage.example.com/invitations/"))
                        .findFirst()
                        .orElseThrow();
        assertThat(part(mail, "text/html")).contains("href=\"" + link + "\"");
    }

    @Test
    void operators_see_what_became_of_mails_and_not_what_they_say() {
        SectionsApi settings = SectionsApi.of(api);
        String first = invite(settings);
        String second = invite(settings);
        await().untilAsserted(
                        () -> assertThat(item(second).get("state").asString()).isEqualTo("sent"));

        JsonNode item = item(second);
        assertThat(item.get("id").asString()).isEqualTo(id(second).toString());
        assertThat(item.get("kind").asString()).isEqualTo("invitation");
        assertThat(item.get("attempts").asInt()).isEqualTo(1);
        assertThat(item.get("sentAt").isNull()).isFalse();
        assertThat(item.get("nextAttemptAt").isNull()).isTrue();
        assertThat(item.get("lastError").isNull()).isTrue();
        JsonNode page = api.get("/api/v1/admin/outbox?limit=1").expect(200).json();
        assertThat(page.get("items")).hasSize(1);
        JsonNode next =
                api.get("/api/v1/admin/outbox?limit=1&cursor=" + page.get("nextCursor").asString())
                        .expect(200)
                        .json();
        assertThat(List.of(recipient(page), recipient(next))).containsExactly(second, first);
        assertThat(api.get("/api/v1/admin/outbox").expect(200).body())
                .doesNotContain("/invitations/");
        api.get("/api/v1/admin/outbox?state=lost").expectProblem(400, "invalid_request");
        api.get("/api/v1/admin/outbox?cursor=nonsense").expectProblem(400, "invalid_request");
        api.withKey(settings.key("admin"))
                .get("/api/v1/admin/outbox")
                .expectProblem(403, "operator_only");
        var browser = new Browser(api.base());
        browser.signIn("operator", RunningApplication.PASSWORD).location();
        assertThat(browser.get("/customers/" + settings.customer() + "/outbox").expect(200).body())
                .contains("sent on");
    }

    @Test
    void people_of_a_demo_get_nothing() {
        String key = "demo-" + UUID.randomUUID();
        api.post("/api/v1/customers", Map.of("key", key, "name", "Demo", "demo", true)).expect(201);
        String invited = invite(new SectionsApi(api, key));
        String fence = invite(SectionsApi.of(api));

        mailTo(fence);

        assertThat(server.mailsTo(invited)).isEmpty();
        assertThat(item(invited).get("state").asString()).isEqualTo("kept");
    }

    @Test
    void a_mail_that_failed_is_sent_again_when_an_operator_asks() throws Exception {
        String invited = invite(SectionsApi.of(api));
        MimeMessage first = mailTo(invited);
        String resend = "/api/v1/admin/outbox/" + id(invited) + "/resend";
        await().untilAsserted(
                        () -> assertThat(item(invited).get("state").asString()).isEqualTo("sent"));
        post(resend).expectProblem(409, "mail_not_failed");

        fail(invited, "body");
        long position = post(resend).expect(202).position();

        await().until(() -> server.mailsTo(invited).size() == 2);
        assertThat(server.mailsTo(invited).getLast().getMessageID())
                .isEqualTo(first.getMessageID());
        assertThat(
                        api.getAfter(position, "/api/v1/system-log?type=data_change&limit=1")
                                .expect(200)
                                .json()
                                .at("/items/0/summary")
                                .asString())
                .isEqualTo("The mail invitation is to be sent again.");
        await().untilAsserted(
                        () -> assertThat(item(invited).get("state").asString()).isEqualTo("sent"));
        fail(invited, "null");
        post(resend).expectProblem(409, "mail_outdated");
        post("/api/v1/admin/outbox/" + UUID.randomUUID() + "/resend")
                .expectProblem(404, "mail_not_found");
        post("/api/v1/admin/outbox/nothing/resend").expectProblem(404, "mail_not_found");
    }

    private static Api.Answer post(String path) {
        return api.send("POST", path, "application/json", new byte[0]);
    }

    /// As if the server had refused it.
    private static void fail(String recipient, String body) {
        jdbc.sql(
                        "update work.outbox set state = 'failed', sent_at = null, body = "
                                + body
                                + " where recipient = :recipient")
                .param("recipient", recipient)
                .update();
    }

    private static String recipient(JsonNode page) {
        return page.get("items").get(0).get("recipient").asString();
    }

    private static JsonNode item(String recipient) {
        return api.get("/api/v1/admin/outbox")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("recipient").asString().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private static String someone() {
        return "someone-" + UUID.randomUUID() + "@cafe.example";
    }

    private static String invite(SectionsApi settings) {
        String invited = someone();
        api.post(settings.path() + "/members", Map.of("email", invited, "role", "viewer"))
                .expect(201);
        return invited;
    }

    private static void runLow(SectionsApi settings, List<String> recipients) {
        settings.change(
                        "branding",
                        Map.of(
                                "displayName",
                                "Heron",
                                "primaryColor",
                                "#aa2200",
                                "senderName",
                                "Heron Billing",
                                "senderAddress",
                                "billing@heron.example"))
                .expect(200);
        settings.change(
                        "aiCredits",
                        Map.of(
                                "enabled",
                                true,
                                "creditsPerSmsSegment",
                                "1",
                                "notificationsEnabled",
                                true,
                                "lowCreditThreshold",
                                "50",
                                "furtherThresholds",
                                List.of("20"),
                                "recipients",
                                recipients))
                .expect(200);
        api.post(settings.path() + "/credits/grants", Map.of("amount", "100")).expect(201);
        api.post(
                        "/api/v1/events",
                        Map.of(
                                "specversion",
                                "1.0",
                                "id",
                                UUID.randomUUID().toString(),
                                "source",
                                "tests",
                                "type",
                                "sms.sent",
                                "subject",
                                settings.customer(),
                                "time",
                                now().toString(),
                                "data",
                                Map.of("segments", 85)))
                .expect(200);
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static UUID id(String recipient) {
        return jdbc.sql("select mail_id from work.outbox where recipient = :recipient")
                .param("recipient", recipient)
                .query(UUID.class)
                .single();
    }

    /// Waits for the first one.
    private static MimeMessage mailTo(String recipient) {
        await().until(() -> !server.mailsTo(recipient).isEmpty());
        return server.mailsTo(recipient).getFirst();
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        for (Part part : parts(mail)) {
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
        }
        throw new AssertionError("there is no " + type);
    }

    private static List<Part> parts(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart several)) {
            return List.of(part);
        }
        List<Part> found = new ArrayList<>();
        for (int i = 0; i < several.getCount(); i++) {
            found.addAll(parts(several.getBodyPart(i)));
        }
        return found;
    }
}
