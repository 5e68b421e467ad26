package io.tallystick.edge.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.LookUps;
import io.tallystick.edge.lookup.MailBrand;
import io.tallystick.edge.lookup.MailSender;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox.Mail;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.picture.Png;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a request can be shown of look-ups, whatever the query says. Two partners with two
/// customers each have a row of everything, and so have the partners' own people. All over one
/// connection, which begins as the product's.
@SuppressWarnings("NullAway.Init")
class WorkReadTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final UUID NORTH = new UUID(7, 1);
    private static final UUID SOUTH = new UUID(7, 2);

    private static LookUps lookUps;
    private static HikariDataSource pool;
    private static Readers readers;

    @BeforeAll
    static void fill() {
        lookUps = new LookUps();
        pool = onePooledConnection(lookUps.url());
        readers = new Readers(pool);
        for (UUID tenant : List.of(NORTH, SOUTH)) {
            lookUps.partners().reserve(tenant, "key-" + tenant, "Name");
            fill(new Team(tenant, null));
            for (UUID customer : List.of(first(tenant), second(tenant))) {
                lookUps.customer(tenant, customer);
                fill(new Team(tenant, customer));
            }
        }
    }

    @AfterAll
    static void close() {
        pool.close();
        lookUps.close();
    }

    /// One row of each table, with ids that say whose it is.
    private static void fill(Team team) {
        var member =
                new Member(
                        team,
                        id(team),
                        id(team) + "@example.com",
                        "Name",
                        MemberRole.ADMIN,
                        "hash",
                        0);
        lookUps.members().reserve(member);
        lookUps.avatars().put(member, new Png(new byte[] {1}, "sha-" + id(team)), NOW);
        lookUps.outbox()
                .keep(
                        new Mail(
                                team,
                                id(team),
                                id(team),
                                "invitation",
                                new MailSender("Tallystick", null),
                                new MailBrand("Tallystick", null, null),
                                id(team) + "@example.com",
                                "Subject",
                                "secret of " + id(team),
                                NOW,
                                NOW.plusSeconds(60)));
        lookUps.usedKey(team, id(team), NOW);
    }

    private static UUID first(UUID tenant) {
        return new UUID(tenant.getLeastSignificantBits(), 1);
    }

    private static UUID second(UUID tenant) {
        return new UUID(tenant.getLeastSignificantBits(), 2);
    }

    private static UUID id(Team team) {
        return team.customerId() == null ? team.tenantId() : team.customerId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "avatar", "outbox", "api_key"})
    void a_query_without_where_gets_the_rows_that_it_may_see(String table) {
        assertThat(owners(table, new Sight(NORTH, null)))
                .containsExactlyInAnyOrder(NORTH, first(NORTH), second(NORTH));
        assertThat(owners(table, new Sight(NORTH, second(NORTH)))).containsExactly(second(NORTH));
        assertThat(owners(table, new Sight(NORTH, first(SOUTH)))).isEmpty();
        assertThat(owners(table, new Sight(UUID.randomUUID(), null))).isEmpty();
    }

    /// Whose rows there are: the customer's, or where there is none the partner's.
    private static List<UUID> owners(String table, Sight sight) {
        return readers.reads()
                .read(
                        sight,
                        jdbc ->
                                jdbc.sql(
                                                "select coalesce(customer_id, tenant_id) from work."
                                                        + table)
                                        .query(UUID.class)
                                        .list());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select secret_hash from work.api_key",
                "select password_hash from work.member",
                "select token_hash from work.invitation",
                "select * from work.member",
                "select password_hash from work.operator",
                "select * from work.partner",
                "select state from work.api_budget",
                "select account from work.login_attempt",
                "select session_id from work.spring_session"
            })
    void secrets_and_what_nobody_is_shown_are_not_to_be_had(String query) {
        assertThatThrownBy(() ->
                        readers.reads()
                                .read(
                                        new Sight(NORTH, null),
                                        jdbc -> jdbc.sql(query).query().listOfRows()))
                .isInstanceOf(BadSqlGrammarException.class)
                .hasRootCauseMessage("ERROR: permission denied for table " + table(query));
    }

    private static String table(String query) {
        return query.substring(query.lastIndexOf('.') + 1);
    }

    @Test
    void nothing_is_written_behind_the_wall() {
        assertThatThrownBy(() ->
                        readers.reads()
                                .read(
                                        new Sight(NORTH, null),
                                        jdbc ->
                                                jdbc.sql("update work.member set role = 'owner'")
                                                        .update()))
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void a_connection_takes_nothing_of_a_read_to_the_next_user() {
        for (int i = 0; i < 100; i++) {
            assertThat(owners("outbox", new Sight(SOUTH, first(SOUTH))))
                    .containsExactly(first(SOUTH));
            assertThat(settings()).isEqualTo("tallystick_app||");
            assertThatThrownBy(() ->
                            readers.reads()
                                    .read(
                                            new Sight(NORTH, null),
                                            jdbc -> jdbc.sql("select 1 / 0").query().listOfRows()))
                    .isInstanceOf(RuntimeException.class);
            assertThat(settings()).isEqualTo("tallystick_app||");
        }
    }

    private static String settings() {
        return JdbcClient.create(pool)
                .sql(
                        """
                        select current_user || '|' || coalesce(current_setting('tallystick.tenant', true), '')
                          || '|' || coalesce(current_setting('tallystick.customer', true), '')
                        """)
                .query(String.class)
                .single();
    }

    @Test
    void a_command_cannot_become_a_reader_by_mistake() {
        var command = new TransactionTemplate(new DataSourceTransactionManager(pool));

        assertThatThrownBy(() ->
                        command.execute(
                                status -> readers.mails().newest(new Sight(NORTH, null), 1, NOW)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a transaction of its own");
    }

    @Test
    void mails_of_one_customer_or_of_all_of_a_tenant_are_shown() {
        assertThat(readers.mails().newest(new Sight(NORTH, first(NORTH)), 10, NOW))
                .extracting(ShownMails.Mail::body)
                .containsExactly("secret of " + first(NORTH));
        assertThat(readers.mails().newest(new Sight(NORTH, null), 10, NOW)).hasSize(3);
        assertThat(readers.mails().newest(new Sight(NORTH, null), 10, NOW.plusSeconds(60)))
                .extracting(ShownMails.Mail::body)
                .containsOnlyNulls();
    }

    @Test
    void a_foreign_key_was_never_used() {
        List<UUID> asked = List.of(first(NORTH), second(NORTH), first(SOUTH));

        assertThat(readers.keyUses().last(new Sight(NORTH, null), asked))
                .containsOnlyKeys(first(NORTH), second(NORTH));
        assertThat(readers.keyUses().last(new Sight(NORTH, first(NORTH)), asked))
                .containsOnlyKeys(first(NORTH));
    }

    @Test
    void everybody_is_shown_the_own_account_and_picture() {
        assertThat(readers.account().of(member(NORTH, first(NORTH))))
                .hasValueSatisfying(
                        own -> assertThat(own.email()).startsWith(first(NORTH).toString()));
        assertThat(readers.avatar().of(member(NORTH, first(NORTH))))
                .hasValueSatisfying(
                        own -> assertThat(own.sha256()).isEqualTo("sha-" + first(NORTH)));
    }

    /// A session that says it is of another tenant or customer than its owner.
    @Test
    void a_session_with_another_scope_than_its_owners_finds_nobody() {
        for (Caller forged :
                List.of(
                        caller(SOUTH, null, first(NORTH)),
                        caller(NORTH, second(NORTH), first(NORTH)),
                        caller(NORTH, first(NORTH), NORTH))) {
            assertThat(readers.account().of(forged)).isEmpty();
            assertThat(readers.account().active(forged)).isEmpty();
            assertThat(readers.avatar().of(forged)).isEmpty();
            assertThat(readers.avatar().isThere(forged)).isFalse();
        }
    }

    @Test
    void settings_of_another_customer_are_not_there() {
        assertThat(readers.settings().of(new Sight(NORTH, first(NORTH)), first(NORTH))).isPresent();
        assertThat(readers.settings().of(new Sight(NORTH, first(NORTH)), second(NORTH))).isEmpty();
        assertThat(readers.settings().of(new Sight(NORTH, null), first(SOUTH))).isEmpty();
    }

    @Test
    void a_customer_is_found_by_key_or_id_within_sight() {
        var acme = new Customer(UUID.randomUUID(), "acme", "Europe/Berlin", "EUR", "DE");
        lookUps.customers().reserve(NORTH, acme);

        for (String name : List.of("acme", acme.customerId().toString())) {
            assertThat(readers.customers().find(new Sight(NORTH, null), name)).contains(acme);
            assertThat(readers.customers().find(new Sight(SOUTH, null), name)).isEmpty();
            assertThat(readers.customers().find(new Sight(NORTH, first(NORTH)), name)).isEmpty();
        }
        assertThat(readers.customers().find(new Sight(NORTH, null), "acme\0")).isEmpty();
    }

    @Test
    void a_key_that_looks_like_an_id_is_found_unless_it_is_one() {
        var plain = new Customer(UUID.randomUUID(), "plain", "UTC", "EUR", "DE");
        var second =
                new Customer(UUID.randomUUID(), plain.customerId().toString(), "UTC", "EUR", "DE");
        var third = new Customer(UUID.randomUUID(), "1-2-3-4-5", "UTC", "EUR", "DE");
        for (Customer each : List.of(plain, second, third)) {
            lookUps.customers().reserve(SOUTH, each);
        }
        var sight = new Sight(SOUTH, null);

        assertThat(readers.customers().find(sight, second.key())).contains(plain);
        assertThat(readers.customers().find(sight, "1-2-3-4-5")).contains(third);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many-77", "01900000-0000-7000-8000-000000000077"})
    void a_customer_among_many_is_found_by_an_index(String name) {
        var product = JdbcClient.create(pool);
        product.sql(
                        """
                        insert into work.customer
                        select :tenant, gen_random_uuid(), 'many-' || n, 'UTC', 'EUR', 'DE' from generate_series(1, 5000) n
                        on conflict do nothing
                        """)
                .param("tenant", NORTH)
                .update();
        JdbcClient.create(lookUps.dataSource()).sql("analyze work.customer").update();

        for (Sight sight : List.of(new Sight(NORTH, null), new Sight(NORTH, first(NORTH)))) {
            List<String> plan =
                    readers.reads()
                            .read(
                                    sight,
                                    jdbc ->
                                            jdbc.sql("explain " + VisibleCustomers.FIND)
                                                    .param("tenant", NORTH)
                                                    .param(
                                                            "id",
                                                            name.startsWith("many")
                                                                    ? null
                                                                    : UUID.fromString(name))
                                                    .param("key", name)
                                                    .query(String.class)
                                                    .list());
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan on customer"));
        }
    }

    private static Caller member(UUID tenant, @Nullable UUID customer) {
        return caller(tenant, customer, id(new Team(tenant, customer)));
    }

    private static Caller caller(UUID tenant, @Nullable UUID customer, UUID memberId) {
        return Caller.ofMember(memberId, "Name", new Sight(tenant, customer), MemberRole.ADMIN);
    }

    private static HikariDataSource onePooledConnection(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("options", "-c role=tallystick_app");
        return new HikariDataSource(config);
    }
}
