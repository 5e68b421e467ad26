package io.tallystick.query.position;

import static io.tallystick.readmodel.Tables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// All over one connection, which begins as the product's.
class ConsistentReadTest {

    private final TestDatabase database =
            TestDatabase.with(Schema.EVENT_LOG, Schema.WORK, Schema.READ_MODEL);
    private final HikariDataSource pool = onePooledConnection(database);
    private final TransactionAwareDataSourceProxy connections =
            new TransactionAwareDataSourceProxy(pool);
    private final DSLContext sql = DSL.using(connections, SQLDialect.POSTGRES);
    private final ConsistentRead reads =
            new ConsistentRead(new DataSourceTransactionManager(pool), sql);
    private final UUID tenant = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID acme = UUID.randomUUID();
    private final UUID bolt = UUID.randomUUID();
    private final UUID cone = UUID.randomUUID();

    @BeforeEach
    void fill() {
        sql.execute(
                """
                insert into read_model.projection_generation (projection, generation, state)
                values ('directory', 1, 'live')
                """);
        customer(tenant, acme);
        customer(tenant, bolt);
        customer(other, cone);
    }

    @AfterEach
    void close() {
        pool.close();
        database.close();
    }

    private void customer(UUID ofTenant, UUID id) {
        sql.execute(
                """
                insert into read_model.customer_all
                values (1, ?, ?, ?::text, 'Name', 'UTC', 'EUR', 'DE', null, now())
                """,
                ofTenant,
                id,
                id);
    }

    @Test
    void a_query_that_forgets_whose_rows_it_wants_gets_those_it_may_see() {
        assertThat(seenBy(new Sight(tenant, null))).containsExactlyInAnyOrder(acme, bolt);
        assertThat(seenBy(new Sight(tenant, bolt))).containsExactly(bolt);
        assertThat(seenBy(new Sight(tenant, cone))).isEmpty();
        assertThat(seenBy(new Sight(UUID.randomUUID(), null))).isEmpty();
    }

    @Test
    void a_connection_takes_nothing_of_a_read_to_the_next_user() {
        for (int i = 0; i < 300; i++) {
            assertThat(seenBy(new Sight(other, null))).containsExactly(cone);
            assertThat(settings()).containsExactly("tallystick_app", "", "", "");
            assertThat(seenBy(new Sight(tenant, acme))).containsExactly(acme);
            assertThatThrownBy(() ->
                            reads.read(
                                    new Sight(tenant, null),
                                    "directory",
                                    (database, position) -> database.fetch("select 1 / 0")))
                    .isInstanceOf(RuntimeException.class);
            assertThat(settings()).containsExactly("tallystick_app", "", "", "");
        }
    }

    @Test
    void the_installation_is_for_operators_and_has_no_customers() {
        assertThatThrownBy(() ->
                        reads.readInstallation(caller("partner"), "directory", this::customers))
                .isInstanceOf(ApiProblem.class);
        assertThat(reads.readInstallation(caller("operator"), "directory", this::customers))
                .isEmpty();
    }

    @Test
    void rows_of_the_log_are_not_to_be_had_around_the_wall() {
        var rows = new UsageReader(connections);

        assertThatThrownBy(() -> rows.find(tenant, new EventRef(1, 0)))
                .rootCause()
                .hasMessageContaining("permission denied");
        Optional<StoredUsage> behindIt =
                reads.read(
                        new Sight(tenant, null),
                        "directory",
                        (database, position) -> rows.find(tenant, new EventRef(1, 0)));
        assertThat(behindIt).isEmpty();
    }

    @Test
    void look_ups_inside_a_read_are_behind_the_wall_too() {
        sql.execute("insert into work.partner values (?, 'other', 'Other')", other);
        sql.execute(
                "insert into work.customer values (?, ?, 'cone', 'UTC', 'EUR', 'DE')", other, cone);
        var lookUps = JdbcClient.create(pool);
        String any = "select customer_id from work.customer";

        assertThat(lookUps.sql(any).query(UUID.class).list()).containsExactly(cone);
        assertThat(
                        reads.<List<UUID>>read(
                                new Sight(tenant, null),
                                "directory",
                                (database, position) -> lookUps.sql(any).query(UUID.class).list()))
                .isEmpty();
    }

    private List<UUID> seenBy(Sight sight) {
        return reads.read(sight, "directory", this::customers);
    }

    private List<UUID> customers(DSLContext database, long position) {
        return database.selectFrom(CUSTOMER).fetch(CUSTOMER.CUSTOMER_ID);
    }

    private List<String> settings() {
        return sql
                .fetchSingle(
                        """
                        select current_user::text,
                               coalesce(current_setting('tallystick.tenant', true), ''),
                               coalesce(current_setting('tallystick.customer', true), ''),
                               coalesce(current_setting('tallystick.installation', true), '')
                        """)
                .intoList()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private Caller caller(String type) {
        return new Caller(type, "1", "someone", tenant, null, Set.of(Permission.READ));
    }

    private static HikariDataSource onePooledConnection(TestDatabase database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("options", "-c role=tallystick_app");
        return new HikariDataSource(config);
    }
}
