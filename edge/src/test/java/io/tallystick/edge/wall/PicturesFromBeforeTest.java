package io.tallystick.edge.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An installation that has pictures already.
class PicturesFromBeforeTest {

    private static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID CUSTOMER = new UUID(3, 1);
    private static final UUID OF_CUSTOMER = new UUID(3, 2);
    private static final UUID OF_PARTNER = new UUID(3, 3);

    @Test
    void a_picture_becomes_its_members_customers() {
        try (var database = TestDatabase.with(Schema.EVENT_LOG)) {
            work(database).target("7").load().migrate();
            var jdbc = JdbcClient.create(database.dataSource());
            jdbc.sql("insert into work.customer values (?, ?, 'acme', 'UTC', 'USD', 'US')")
                    .params(TENANT, CUSTOMER)
                    .update();
            member(jdbc, OF_CUSTOMER, "'" + CUSTOMER + "'");
            member(jdbc, OF_PARTNER, "null");

            work(database).load().migrate();

            String owners =
                    "select coalesce(customer_id, tenant_id) from work.avatar where member_id = ?";
            assertThat(jdbc.sql(owners).param(OF_CUSTOMER).query(UUID.class).single())
                    .isEqualTo(CUSTOMER);
            assertThat(jdbc.sql(owners).param(OF_PARTNER).query(UUID.class).single())
                    .isEqualTo(TENANT);
        }
    }

    private static void member(JdbcClient jdbc, UUID id, String customer) {
        jdbc.sql(
                        """
                        insert into work.member (tenant_id, member_id, customer_id, email, name, role, password_hash)
                        values (?, ?, %s, ?, 'Name', 'viewer', 'hash')
                        """
                                .formatted(customer))
                .params(TENANT, id, id + "@example.com")
                .update();
        jdbc.sql("insert into work.avatar values (?, ?, '\\x01', 'sha', now())")
                .params(TENANT, id)
                .update();
    }

    private static FluentConfiguration work(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("work")
                .defaultSchema("work")
                .locations("classpath:db/work")
                .table("flyway_history");
    }
}
