package io.tallystick.projections.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG;
import static io.tallystick.readmodel.Tables.SYSTEM_LOG_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.ApiKeyRevoked;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.MemberEvent.InvitationAccepted;
import io.tallystick.events.access.MemberEvent.MemberInvited;
import io.tallystick.events.access.MemberEvent.MemberRemoved;
import io.tallystick.events.access.MemberEvent.MemberRoleChanged;
import io.tallystick.events.access.Tenants;
import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Count;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessLine.Trace;
import io.tallystick.events.audit.AccessOutcome;
import io.tallystick.events.settings.SettingsEvent.TeamChanged;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.projections.testing.RunningProjections;
import io.tallystick.readmodel.tables.records.SystemLogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemLogProjectorTest {

    private static final UUID PARTNER = new UUID(0, 1);
    private static final UUID CUSTOMER = new UUID(0, 2);
    private static final UUID INVITED = new UUID(0, 3);
    private static final UUID ADA = new UUID(0, 4);
    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    private static final CustomerDetails DETAILS =
            new CustomerDetails("Acme", "Europe/Berlin", "EUR", "DE", null);

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void facts_and_lines_are_the_same_places_as_entries_in_both_directions() {
        try (var running = new RunningProjections(database, 3).start()) {
            running.awaitAll(life(running));

            assertThat(
                            sql.fetch(
                                    """
                                    select * from (
                                      select position, generate_series(0, case kind when 'fact' then 0 else row_count - 1 end) as ordinal
                                      from event_log.entry where kind in ('fact', 'access_chunk')) written
                                    full join (select position, ordinal from read_model.system_log) told
                                      using (position, ordinal)
                                    where written is null or told is null
                                    """))
                    .isEmpty();
            assertThat(sql.fetchCount(SYSTEM_LOG)).isEqualTo(12);
        }
    }

    @Test
    void a_rebuild_comes_to_the_same_bytes() {
        try (var running = new RunningProjections(database, 3).start()) {
            running.awaitAll(life(running));
            String before = everything();

            running.rebuild("system-log");
            running.awaitRebuilt("system-log");

            assertThat(everything()).isEqualTo(before).contains("Ada");
        }
    }

    @Test
    void what_a_fact_changed_is_told_from_the_facts_before_it() {
        try (var running = new RunningProjections(database, 3).start()) {
            running.awaitAll(life(running));

            SystemLogRecord role = only("access.MemberRoleChanged");
            assertThat(role.getBefore()).isEqualTo(JSONB.valueOf("{\"role\": \"viewer\"}"));
            assertThat(role.getAfter()).isEqualTo(JSONB.valueOf("{\"role\": \"admin\"}"));
            assertThat(role.getSummary()).isEqualTo("The role of Ada is admin and was viewer.");
            assertThat(role.getTargetLabel()).isEqualTo("Ada");
            assertThat(role.getCustomerId()).isEqualTo(CUSTOMER);

            SystemLogRecord renamed = only("access.CustomerDetailsChanged");
            assertThat(renamed.getBefore()).isEqualTo(JSONB.valueOf("{\"name\": \"Acme\"}"));
            assertThat(renamed.getAfter()).isEqualTo(JSONB.valueOf("{\"name\": \"Acme Ltd\"}"));

            SystemLogRecord team = only("settings.TeamChanged");
            assertThat(team.getBefore())
                    .isEqualTo(JSONB.valueOf("{\"team.enabled\": null, \"team.max\": null}"));

            SystemLogRecord removed = only("access.MemberRemoved");
            assertThat(removed.getAfter()).isNull();
            assertThat(removed.getBefore())
                    .isEqualTo(
                            JSONB.valueOf(
                                    "{\"name\": \"Ada\", \"role\": \"admin\", \"email\": \"ada@example.com\"}"));
        }
    }

    @Test
    void what_belongs_to_the_installation_is_in_no_partners_log() {
        try (var running = new RunningProjections(database, 3).start()) {
            running.awaitAll(life(running));

            assertThat(
                            sql.select(SYSTEM_LOG.ACTION)
                                    .from(SYSTEM_LOG)
                                    .where(SYSTEM_LOG.TENANT_ID.eq(Tenants.INSTALLATION))
                                    .orderBy(SYSTEM_LOG.POSITION)
                                    .fetch(SYSTEM_LOG.ACTION))
                    .containsExactly("access.OperatorInstalled", "access.ApiKeyIssued");
        }
    }

    @Test
    void the_revoke_of_an_operators_key_is_told_where_its_issue_was() {
        try (var running = new RunningProjections(database, 3).start()) {
            life(running);
            running.awaitAll(running.fact(new ApiKeyRevoked(new UUID(0, 8), PARTNER, null)));

            assertThat(
                            sql.select(SYSTEM_LOG.TENANT_ID, SYSTEM_LOG.SUMMARY)
                                    .from(SYSTEM_LOG)
                                    .where(SYSTEM_LOG.ACTION.eq("access.ApiKeyRevoked"))
                                    .fetchMap(SYSTEM_LOG.TENANT_ID, SYSTEM_LOG.SUMMARY))
                    .containsExactlyEntriesOf(
                            Map.of(Tenants.INSTALLATION, "The API key Operator key was revoked."));
        }
    }

    @Test
    void a_line_of_access_records_is_an_entry_that_counts() {
        try (var running = new RunningProjections(database, 3).start()) {
            running.awaitAll(life(running));

            SystemLogRecord read = only("access.Read");
            assertThat(read.getSummary()).isEqualTo("Read 12,345 times: GET /api/v1/me.");
            assertThat(read.getType()).isEqualTo("api_call");
            assertThat(read.getOutcome()).isEqualTo("succeeded");
            assertThat(read.getTenantId()).isEqualTo(PARTNER);
            assertThat(read.getCustomerId()).isEqualTo(CUSTOMER);
            assertThat(read.getRequests()).isEqualTo(12_345);
            assertThat(read.getFirstAt()).isEqualTo(NOON);
            assertThat(read.getOccurredAt()).isEqualTo(NOON.plusSeconds(59));
            assertThat(read.getRequestId()).isEqualTo("request-2");
            assertThat(read.getRequestIds()).containsExactly("request-1", "request-2");

            SystemLogRecord failed = only("access.SignInFailed");
            assertThat(failed.getSummary()).isEqualTo("Failed once to sign in: ada@example.com.");
            assertThat(failed.getType()).isEqualTo("login");
            assertThat(failed.getOutcome()).isEqualTo("failed");
            assertThat(failed.getOrdinal()).isEqualTo(1);
            assertThat(failed.getTargetId()).isEqualTo(ADA.toString());
        }
    }

    /// With the partner that is always there, ten facts, and two lines of access records.
    private static long life(RunningProjections running) {
        running.fact(new OperatorInstalled(new UUID(0, 9), "admin"));
        running.fact(
                new ApiKeyIssued(
                        new UUID(0, 8),
                        PARTNER,
                        null,
                        "operator",
                        "Operator key",
                        "tsk_live_1",
                        Set.of("read", "admin")));
        running.fact(new CustomerCreated(CUSTOMER, PARTNER, "acme", DETAILS));
        running.fact(
                new CustomerDetailsChanged(
                        CUSTOMER,
                        PARTNER,
                        new CustomerDetails("Acme Ltd", "Europe/Berlin", "EUR", "DE", null)));
        running.fact(new TeamChanged(CUSTOMER, PARTNER, true, 5));
        running.fact(
                new MemberInvited(
                        INVITED,
                        PARTNER,
                        CUSTOMER,
                        "ada@example.com",
                        "viewer",
                        Instant.parse("2026-03-08T12:00:00Z")));
        running.fact(
                new InvitationAccepted(
                        INVITED, ADA, PARTNER, CUSTOMER, "ada@example.com", "Ada", "viewer"));
        running.fact(new MemberRoleChanged(ADA, PARTNER, CUSTOMER, "admin"));
        running.accesses(
                line(
                        AccessOutcome.READ,
                        new Actor("member", ADA.toString(), "Ada", PARTNER, CUSTOMER, null),
                        new Target("route", "GET /api/v1/me", null),
                        12_345),
                line(
                        AccessOutcome.SIGN_IN_FAILED,
                        new Actor("stranger", "192.0.2.1", "192.0.2.1", PARTNER, CUSTOMER, null),
                        new Target("member", ADA.toString(), "ada@example.com"),
                        1));
        return running.fact(new MemberRemoved(ADA, PARTNER, CUSTOMER));
    }

    private static AccessLine line(
            AccessOutcome outcome, Actor actor, Target target, long requests) {
        return new AccessLine(
                outcome,
                actor,
                target,
                new Count(requests, NOON, NOON.plusSeconds(59)),
                new Trace(List.of("request-1", "request-2"), "192.0.2.1", "agent"));
    }

    private SystemLogRecord only(String action) {
        return sql.selectFrom(SYSTEM_LOG).where(SYSTEM_LOG.ACTION.eq(action)).fetchSingle();
    }

    private String everything() {
        return sql.selectFrom(SYSTEM_LOG)
                        .orderBy(SYSTEM_LOG.POSITION, SYSTEM_LOG.ORDINAL)
                        .fetch()
                        .formatCSV()
                + sql.selectFrom(SYSTEM_LOG_TARGET)
                        .orderBy(SYSTEM_LOG_TARGET.TARGET_TYPE, SYSTEM_LOG_TARGET.TARGET_ID)
                        .fetch()
                        .formatCSV();
    }
}
