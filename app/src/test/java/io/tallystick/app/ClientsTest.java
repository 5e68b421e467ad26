package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Clients are created, invited while the portal wants it, changed and archived.
@SuppressWarnings("NullAway.Init")
class ClientsTest extends RunningApplication {

    private static final Pattern LINK = Pattern.compile("/client-invitations/[A-Za-z0-9_-]{43}");

    @Autowired private JdbcClient jdbc;

    private final String email = "client-" + UUID.randomUUID() + "@example.com";
    private SectionsApi settings;
    private String path;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
        path = settings.path() + "/clients";
    }

    @Test
    void a_client_is_read_as_it_was_created() {
        JsonNode created =
                api().post(
                                path,
                                Map.of(
                                        "name",
                                        " Ada Frey ",
                                        "email",
                                        email.toUpperCase(Locale.ROOT),
                                        "externalId",
                                        "crm-17",
                                        "phone",
                                        "(202) 555-0100"))
                        .expect(201)
                        .json();

        JsonNode read = api().get(path + "/" + created.get("id").asString()).expect(200).json();

        assertThat(read.get("name").asString()).isEqualTo("Ada Frey");
        assertThat(read.get("email").asString()).isEqualTo(email);
        assertThat(read.get("externalId").asString()).isEqualTo("crm-17");
        assertThat(read.get("phone").asString()).isEqualTo("+12025550100");
        assertThat(read.get("state").asString()).isEqualTo("created");
        assertThat(list("")).containsExactly(email);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, ada@example.com, none, none, /name required",
                "' ', ada@example.com, none, none, /name invalid_name",
                "'a\r\nBcc: eve@example.com', ada@example.com, none, none, /name invalid_name",
                "Ada, none, none, none, /email required",
                "Ada, ada, none, none, /email invalid_email",
                "Ada, 'ada@example.com,eve@example.com', none, none, /email invalid_email",
                "Ada, ada@example.com, ' ', none, /externalId invalid_external_id",
                "Ada, ada@example.com, none, call me, /phone invalid_phone_number"
            })
    void what_is_no_client_is_refused_with_the_field(
            String name, String address, String externalId, String phone, String fault) {
        var said = new HashMap<String, String>();
        said.put("name", name);
        said.put("email", address);
        said.put("externalId", externalId);
        said.put("phone", phone);
        said.values().removeIf(Objects::isNull);

        JsonNode error =
                api().post(path, said)
                        .expectProblem(400, "invalid_request")
                        .json()
                        .get("errors")
                        .get(0);

        assertThat(error.get("pointer").asString() + " " + error.get("code").asString())
                .isEqualTo(fault);
        assertThat(list("")).isEmpty();
    }

    @Test
    void an_address_and_an_external_id_are_one_clients_of_a_customer_only() {
        create(email).expect(201);
        create(email.toUpperCase(Locale.ROOT)).expectProblem(409, "client_email_taken");
        String other = "other-" + email;
        api().post(path, Map.of("name", "Bo", "email", other, "externalId", "crm-1")).expect(201);
        api().post(path, Map.of("name", "Cy", "email", "c-" + email, "externalId", "crm-1"))
                .expectProblem(409, "client_external_id_taken");

        var elsewhere = SectionsApi.of(api());
        api().post(elsewhere.path() + "/clients", Map.of("name", "Ada", "email", email))
                .expect(201);
        assertThat(facts("access.ClientCreated")).isEqualTo(2);
    }

    @Test
    void of_many_who_create_the_same_client_at_once_one_does() throws Exception {
        portal(true);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> create(email)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Api.Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(mails(email)).hasSize(1);
    }

    @Test
    void who_is_created_is_invited_only_while_the_portal_and_auto_invite_are_on() {
        String before = "before-" + email;
        String portalOnly = "portal-" + email;
        create(before).expect(201);
        settings.change("portal", Map.of("enabled", true)).expect(200);
        create(portalOnly).expect(201);
        settings.change("portal", Map.of("autoInvite", true)).expect(200);
        JsonNode invited = create(email).expect(201).json();

        assertThat(invited.get("invitedAt").isNull()).isFalse();
        assertThat(mails(email)).hasSize(1);
        // Nobody from before is invited afterwards.
        assertThat(mails(before)).isEmpty();
        assertThat(mails(portalOnly)).isEmpty();

        settings.change("portal", Map.of("enabled", false)).expect(200);
        String after = "after-" + email;
        create(after).expect(201);
        assertThat(mails(after)).isEmpty();
        assertThat(facts("access.ClientInvited")).isEqualTo(1);
    }

    @Test
    void nobody_is_invited_for_a_customer_that_is_inactive() {
        portal(true);
        settings.change("account", Map.of("status", "inactive")).expect(200);

        String id = create(email).expect(201).json().get("id").asString();

        assertThat(mails(email)).isEmpty();
        invite(id).expectProblem(409, "customer_inactive");
    }

    @Test
    void who_is_archived_and_created_anew_is_not_invited_a_second_time_by_itself() {
        portal(true);
        String id = create(email).expect(201).json().get("id").asString();

        api().delete(path + "/" + id).expect(204);
        api().delete(path + "/" + id).expect(204);
        String again = create(email).expect(201).json().get("id").asString();

        assertThat(again).isNotEqualTo(id);
        assertThat(mails(email)).hasSize(1);
        assertThat(facts("access.ClientArchived")).isEqualTo(1);
        assertThat(list("")).containsExactly(email);
        assertThat(list("?archived=true")).containsExactly(email);
        invite(id).expectProblem(409, "client_archived");
        api().patch(path + "/" + id, Map.of("name", "Eve")).expectProblem(409, "client_archived");
    }

    @Test
    void an_invitation_by_hand_needs_an_open_portal_and_ends_the_one_before() {
        String id = create(email).expect(201).json().get("id").asString();
        invite(id).expectProblem(409, "portal_off");
        settings.change("portal", Map.of("enabled", true)).expect(200);

        JsonNode invited = invite(id).expect(200).json();
        String first = link(email);
        invite(id).expect(200);
        String second = link(email);

        assertThat(invited.get("invitedAt").isNull()).isFalse();
        var browser = new Browser(api().base());
        browser.get(first).expect(404);
        browser.get(second).expect(200);
        // The secret of the first is nowhere any more.
        assertThat(mails(email)).hasSize(2).containsOnlyOnce("");
        invite(id).expect(200);
        invite(id).expectProblem(409, "invitation_limit");
    }

    @Test
    void the_secret_of_an_invitation_is_in_its_mail_and_nowhere_else() {
        portal(true);
        create(email).expect(201);
        String secret = link(email).substring("/client-invitations/".length());

        int elsewhere =
                jdbc.sql(
                                """
                                select (select count(*) from event_log.entry
                                        where convert_from(payload, 'UTF8') like '%' || :secret || '%'
                                           or convert_from(metadata, 'UTF8') like '%' || :secret || '%')
                                  + (select count(*) from work.client where client::text like '%' || :secret || '%')
                                """)
                        .param("secret", secret)
                        .query(Integer.class)
                        .single();

        assertThat(elsewhere).isZero();
    }

    @Test
    void a_change_writes_what_is_new_and_ends_an_invitation_to_another_address() {
        portal(true);
        String id = create(email).expect(201).json().get("id").asString();
        String link = link(email);
        String other = "new-" + email;

        api().patch(path + "/" + id, Map.of("name", "Ada")).expect(200);
        api().patch(path + "/" + id, Map.of("phone", "")).expect(200);
        assertThat(facts("access.ClientDetailsChanged")).isZero();
        JsonNode changed =
                api().patch(path + "/" + id, Map.of("name", "Ada Ott", "email", other))
                        .expect(200)
                        .json();

        assertThat(changed.get("email").asString()).isEqualTo(other);
        assertThat(facts("access.ClientDetailsChanged")).isEqualTo(1);
        new Browser(api().base()).get(link).expect(404);
        assertThat(mails(other)).isEmpty();
        create("third-" + email).expect(201);
        api().patch(path + "/" + id, Map.of("email", "third-" + email))
                .expectProblem(409, "client_email_taken");
    }

    @Test
    void of_an_import_each_is_judged_by_itself() {
        portal(true);
        create(email).expect(201);
        List<Map<String, String>> clients =
                List.of(
                        Map.of("name", "One", "email", "one-" + email),
                        Map.of("name", "Taken", "email", email),
                        Map.of("name", "Wrong", "email", "nowhere"),
                        Map.of("name", "Again", "email", "ONE-" + email),
                        Map.of("name", "Two", "email", "two-" + email));

        JsonNode answer = imported(clients).expect(200).json();

        assertThat(answer.get("created").asInt()).isEqualTo(2);
        assertThat(answer.get("invited").asInt()).isEqualTo(2);
        assertThat(answer.get("rejected").asInt()).isEqualTo(3);
        assertThat(
                        answer.get("results")
                                .valueStream()
                                .map(it ->
                                        it.get("error").isNull()
                                                ? it.get("status").asString()
                                                : it.get("error").get("code").asString()))
                .containsExactly(
                        "created",
                        "client_email_taken",
                        "invalid_email",
                        "client_email_taken",
                        "created");
        assertThat(mails("one-" + email)).hasSize(1);

        JsonNode again = imported(clients).expect(200).json();
        assertThat(again.get("created").asInt()).isZero();
        assertThat(mails("one-" + email)).hasSize(1);
    }

    @Test
    void a_thousand_are_imported_and_invited_at_once() {
        portal(true);

        JsonNode answer =
                imported(
                                IntStream.range(0, 1_000)
                                        .mapToObj(n ->
                                                Map.of("name", "C" + n, "email", n + "-" + email))
                                        .toList())
                        .expect(200)
                        .json();

        assertThat(answer.get("created").asInt()).isEqualTo(1_000);
        assertThat(answer.get("invited").asInt()).isEqualTo(1_000);
        assertThat(facts("access.ClientCreated")).isEqualTo(1_000);
        assertThat(facts("access.ClientInvited")).isEqualTo(1_000);
        assertThat(mails("999-" + email)).hasSize(1);
    }

    @Test
    void ten_thousand_are_listed_page_by_page() {
        create(email).expect(201);
        jdbc.sql(
                        """
                        insert into work.client (tenant_id, customer_id, client_id, name, email, created_at)
                        select tenant_id, customer_id, uuidv7(), 'C' || n, n || '-' || :email, now()
                        from work.customer, generate_series(1, 10000) as n where key = :key
                        """)
                .param("email", email)
                .param("key", settings.customer())
                .update();
        List<String> seen = new ArrayList<>();
        String cursor = "";

        do {
            JsonNode page = api().get(path + "?limit=200" + cursor).expect(200).json();
            page.get("items").forEach(item -> seen.add(item.get("email").asString()));
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(10_001).doesNotHaveDuplicates().contains(email);
        api().get(path + "?cursor=x").expectProblem(400, "invalid_request");
    }

    @Test
    void an_import_has_a_bound() {
        var one = Map.of("name", "Ada", "email", email);
        imported(Collections.nCopies(1_001, one)).expectProblem(400, "invalid_request");
        imported(List.of()).expectProblem(400, "invalid_request");
        assertThat(list("")).isEmpty();
    }

    @Test
    void the_log_tells_what_became_of_a_client() {
        portal(true);
        String id = create(email).expect(201).json().get("id").asString();
        long position = api().delete(path + "/" + id).expect(204).position();

        String log = api().getAfter(position, settings.path() + "/system-log").expect(200).body();

        assertThat(log)
                .contains(
                        "Ada became a client, with the address " + email + ".",
                        "The client Ada was invited by auto-invite.",
                        "The client Ada was archived.");
    }

    private void portal(boolean autoInvite) {
        settings.change("portal", Map.of("enabled", true, "autoInvite", autoInvite)).expect(200);
    }

    private Api.Answer create(String address) {
        return api().post(path, Map.of("name", "Ada", "email", address));
    }

    private Api.Answer imported(List<Map<String, String>> clients) {
        return api().post(path + "/import", Map.of("clients", clients));
    }

    private Api.Answer invite(String id) {
        return api().send("POST", path + "/" + id + "/invitation", "application/json", new byte[0]);
    }

    private List<String> list(String query) {
        return api().get(path + query)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("email").asString())
                .toList();
    }

    /// Their bodies, in their order; one without its secret is empty.
    private List<String> mails(String to) {
        return jdbc.sql(
                        "select coalesce(body, '') from work.outbox where recipient = :to order by mail_id")
                .param("to", to)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private String link(String to) {
        var link = LINK.matcher(mails(to).getLast());
        assertThat(link.find()).isTrue();
        return link.group();
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
