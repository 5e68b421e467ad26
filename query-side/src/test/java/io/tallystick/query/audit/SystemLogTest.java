package io.tallystick.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.audit.LogReadings.Reading;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.Tenants;
import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Count;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessLine.Trace;
import io.tallystick.events.audit.AccessOutcome;
import io.tallystick.events.settings.SettingsEvent.TeamChanged;
import io.tallystick.query.testing.TestApi;
import io.tallystick.query.testing.TestApi.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

class SystemLogTest {

    private static final TestApi API = new TestApi();
    private static final String LOG = "/api/v1/system-log";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");

    private final UUID tenant = API.partner("partner-" + UUID.randomUUID());
    private final Customer acme = API.customer(tenant, "acme", "UTC");
    private final String ofAcme = "/api/v1/customers/acme/system-log";

    @BeforeEach
    void isAPartner() {
        API.readings().clear();
        API.asPartner(tenant, Permission.ADMIN);
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void pages_go_through_all_entries_without_a_gap_or_a_repetition() {
        for (int max = 1; max <= 7; max++) {
            team(max);
        }

        List<String> seen = new ArrayList<>();
        Answer page = API.get(LOG, "limit", "2");
        while (true) {
            page.json().path("items").forEach(item -> seen.add(item.path("id").asString()));
            JsonNode next = page.json().path("nextCursor");
            if (!next.isString()) {
                break;
            }
            page = API.get(LOG, "limit", "2", "cursor", next.asString());
        }

        // The partner, the customer and what was set.
        assertThat(seen).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void filters_must_all_be_true() {
        key("Import");
        team(3);

        assertThat(actions(API.get(LOG, "type", "integration")))
                .containsExactly("access.ApiKeyIssued");
        assertThat(actions(API.get(LOG, "type", "integration", "q", "IMPORT")))
                .containsExactly("access.ApiKeyIssued");
        assertThat(actions(API.get(LOG, "type", "integration", "q", "100%"))).isEmpty();
        assertThat(actions(API.get(LOG, "target", acme.customerId().toString())))
                .containsExactly("settings.TeamChanged", "access.CustomerCreated");
        assertThat(actions(API.get(LOG, "target", acme.customerId().toString(), "type", "login")))
                .isEmpty();
        assertThat(actions(API.get(LOG, "to", "1990-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void a_details_view_tells_what_was_and_what_is() {
        team(3);
        team(4);

        String id = API.get(ofAcme).json().path("items").path(0).path("id").asString();
        JsonNode entry = API.get(ofAcme + "/" + id).json();

        assertThat(entry.path("before").toString()).isEqualTo("{\"team.max\":3}");
        assertThat(entry.path("after").toString()).isEqualTo("{\"team.max\":4}");
        assertThat(entry.path("target").path("label").asString()).isEqualTo("Name of acme");
    }

    @Test
    void what_is_not_ours_is_refused_with_a_code() {
        team(1);
        team(2);
        String cursor = API.get(LOG, "limit", "1").json().path("nextCursor").asString();
        String altered = (cursor.charAt(3) == 'A' ? "B" : "A") + cursor.substring(1);

        assertThat(API.get(LOG, "cursor", altered).problem())
                .isEqualTo("400 invalid_request cursor");
        assertThat(API.get(LOG, "cursor", cursor + "A").problem())
                .isEqualTo("400 invalid_request cursor");
        assertThat(API.get(LOG, "cursor", cursor, "type", "login").problem())
                .isEqualTo("400 invalid_request cursor");
        assertThat(API.get(ofAcme, "cursor", cursor).problem())
                .isEqualTo("400 invalid_request cursor");
        assertThat(
                        API.get(LOG, "from", "2026-06-02T00:00:00Z", "to", "2026-06-01T00:00:00Z")
                                .problem())
                .isEqualTo("400 invalid_request from");
        assertThat(API.get(LOG, "type", "logins").problem()).isEqualTo("400 invalid_request type");
        assertThat(API.get(LOG, "q", "x".repeat(201)).problem()).isEqualTo("400 invalid_request q");
        assertThat(API.get(LOG + "/no-id").problem()).isEqualTo("404 log_entry_not_found");
        assertThat(API.get(LOG + "/1-0").problem()).isEqualTo("404 log_entry_not_found");
    }

    @Test
    void only_who_may_do_everything_may_read_it() {
        API.asPartner(tenant, Permission.READ, Permission.WRITE, Permission.DELETE);
        assertThat(API.get(LOG).problem()).isEqualTo("403 permission_missing");
        assertThat(API.get(ofAcme).problem()).isEqualTo("403 permission_missing");
        assertThat(API.readings()).isEmpty();

        API.asCustomer(tenant, acme.customerId(), Permission.ADMIN);
        assertThat(API.get(LOG).problem()).isEqualTo("403 partner_only");
        assertThat(API.get(ofAcme).status()).isEqualTo(200);
    }

    @Test
    void the_installations_own_log_is_the_operators() {
        API.fact(new OperatorInstalled(UUID.randomUUID(), "ops"));
        assertThat(API.get(LOG, "installation", "true").problem()).isEqualTo("403 operator_only");
        assertThat(actions(API.get(LOG))).doesNotContain("access.OperatorInstalled");

        API.asOperator(tenant, Permission.ADMIN);
        assertThat(actions(API.get(LOG, "installation", "true")))
                .contains("access.OperatorInstalled");
    }

    @Test
    void numbers_of_a_customers_log_are_masked_for_whoever_is_above() {
        key("Line +4917012345623");

        assertThat(API.get(ofAcme).text()).contains("+4917*****23").doesNotContain("4917012345623");
        assertThat(actions(API.get(ofAcme, "q", "12345"))).isEmpty();

        API.asCustomer(tenant, acme.customerId(), Permission.ADMIN);
        assertThat(API.get(ofAcme).text()).contains("+4917012345623");
        assertThat(actions(API.get(ofAcme, "q", "12345"))).hasSize(1);
    }

    @Test
    void a_search_looks_at_so_many_entries_and_the_next_page_goes_on() {
        key("Needle");
        API.sql()
                .execute(
                        """
                        insert into read_model.system_log_all
                          (generation, tenant_id, position, ordinal, customer_id, type, action, occurred_at, actor_type,
                           actor_id, actor_label, target_type, target_id, target_label, outcome, summary)
                        select 1, {0}, 1000000 + number, 0, {1}, 'data_change', 'test.Hay', '2999-01-01', 'system', 'x', 'x',
                               'hay', 'x', 'x', 'succeeded', 'Hay.'
                        from generate_series(1, 12000) number
                        """,
                        DSL.val(tenant), DSL.val(acme.customerId()));

        List<Integer> found = new ArrayList<>();
        Answer page = API.get(LOG, "q", "needle");
        while (true) {
            found.add(page.json().path("items").size());
            JsonNode next = page.json().path("nextCursor");
            if (!next.isString()) {
                break;
            }
            page = API.get(LOG, "q", "needle", "cursor", next.asString());
        }

        assertThat(found).containsExactly(0, 0, 1);
    }

    @Test
    void a_file_has_every_entry_and_runs_nothing() {
        key("=1+1");
        long position = team(3);

        Answer csv = API.get(LOG, CSV, position);
        assertThat(csv.text().lines()).hasSize(5);
        assertThat(csv.text()).contains(",'=1+1,").startsWith("position,id,occurred_at");

        Set<String> ids = new HashSet<>();
        Answer lines = API.get(ofAcme, NDJSON, position);
        lines.text()
                .lines()
                .forEach(line ->
                        ids.add(
                                new Answer(200, line, lines.response())
                                        .json()
                                        .path("id")
                                        .asString()));
        assertThat(ids).hasSize(3);
        assertThat(lines.text()).contains("\"after\":{\"team.max\":3");
        assertThat(API.get(LOG, CSV, 0, "type", "logins").problem())
                .isEqualTo("400 invalid_request type");
    }

    @Test
    void whoever_looks_is_written_down_with_what_was_asked() {
        API.get(ofAcme, "type", "login", "q", "Ada & Bob");
        API.get(LOG, CSV, 0);

        assertThat(API.readings())
                .containsExactly(
                        new Reading(tenant, acme.customerId(), "type=login&q=Ada+%26+Bob", null),
                        new Reading(tenant, null, "", "csv"));
    }

    @Test
    void access_records_are_seen_by_those_in_whose_log_they_are_and_by_whoever_is_above() {
        Customer other = API.customer(tenant, "other", "UTC");
        API.accesses(
                read(tenant, acme.customerId()),
                read(tenant, other.customerId()),
                read(tenant, null),
                read(Tenants.INSTALLATION, null));

        assertThat(counts(API.get(LOG, "type", "api_call"))).containsExactly(3L, 3L, 3L);
        assertThat(counts(API.get(ofAcme, "type", "api_call"))).containsExactly(3L);
        API.asCustomer(tenant, acme.customerId(), Permission.ADMIN);
        assertThat(counts(API.get(ofAcme, "type", "api_call"))).containsExactly(3L);
        assertThat(API.get("/api/v1/customers/other/system-log").status()).isEqualTo(404);
        API.asPartner(API.partner("foreign-" + UUID.randomUUID()), Permission.ADMIN);
        assertThat(counts(API.get(LOG, "type", "api_call"))).isEmpty();
        API.asOperator(tenant, Permission.ADMIN);
        assertThat(counts(API.get(LOG, "type", "api_call"))).hasSize(3);
        assertThat(counts(API.get(LOG, "type", "api_call", "installation", "true"))).contains(3L);
    }

    @Test
    void a_stranger_is_named_to_whoever_sees_that_it_was_there() {
        API.accesses(
                line(
                        AccessOutcome.SIGN_IN_FAILED,
                        new Actor(
                                "stranger",
                                "192.0.2.9",
                                "192.0.2.9",
                                tenant,
                                acme.customerId(),
                                null),
                        RequestId.of(new MockHttpServletRequest())));
        API.asCustomer(tenant, acme.customerId(), Permission.ADMIN);

        Answer found = API.get(ofAcme, "actor", "192.0.2.9");
        assertThat(actions(found)).containsExactly("access.SignInFailed");
        assertThat(found.text()).contains("\"label\":\"192.0.2.9\"");
    }

    @Test
    void a_request_is_found_by_its_id() {
        String asked = RequestId.of(new MockHttpServletRequest());
        API.accesses(
                line(AccessOutcome.DENIED, key(tenant, acme.customerId()), asked, "another"),
                line(
                        AccessOutcome.READ,
                        key(tenant, acme.customerId()),
                        RequestId.of(new MockHttpServletRequest())));

        assertThat(actions(API.get(LOG, "requestId", asked))).containsExactly("access.Denied");
        assertThat(actions(API.get(ofAcme, "requestId", asked))).containsExactly("access.Denied");
        assertThat(actions(API.get(LOG, "requestId", asked, "type", "login"))).isEmpty();
        assertThat(API.get(LOG, "requestId", UUID.randomUUID().toString()).problem())
                .isEqualTo("400 invalid_request requestId");
        API.asPartner(API.partner("foreign-" + UUID.randomUUID()), Permission.ADMIN);
        assertThat(actions(API.get(LOG, "requestId", asked))).isEmpty();
    }

    private static AccessLine read(UUID tenantId, @Nullable UUID customerId) {
        return line(
                AccessOutcome.READ,
                key(tenantId, customerId),
                RequestId.of(new MockHttpServletRequest()));
    }

    private static Actor key(UUID tenantId, @Nullable UUID customerId) {
        return new Actor("customer", "key", "Key", tenantId, customerId, "key");
    }

    private static AccessLine line(AccessOutcome outcome, Actor actor, String... requestIds) {
        Instant at = RequestId.time(requestIds[0]).orElseThrow();
        return new AccessLine(
                outcome,
                actor,
                new Target("route", "GET /api/v1/me", null),
                new Count(3, at, at.plusSeconds(1)),
                new Trace(List.of(requestIds), "192.0.2.9", null));
    }

    private static List<Long> counts(Answer answer) {
        List<Long> counts = new ArrayList<>();
        answer.json().path("items").forEach(item -> counts.add(item.path("count").asLong()));
        return counts;
    }

    private long team(int max) {
        return API.fact(new TeamChanged(acme.customerId(), tenant, true, max));
    }

    private void key(String name) {
        API.fact(
                new ApiKeyIssued(
                        UUID.randomUUID(),
                        tenant,
                        acme.customerId(),
                        "customer",
                        name,
                        "tsk_live_x",
                        Set.of("read")));
    }

    private static List<String> actions(Answer answer) {
        List<String> actions = new ArrayList<>();
        answer.json().path("items").forEach(item -> actions.add(item.path("action").asString()));
        return actions;
    }
}
