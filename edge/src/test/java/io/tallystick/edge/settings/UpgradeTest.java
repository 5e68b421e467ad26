package io.tallystick.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.events.settings.Section;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was set before there were sections is set afterwards.
class UpgradeTest {

    private static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID SET = new UUID(1, 1);
    private static final UUID NEVER_SET = new UUID(1, 2);

    @Test
    void limits_teams_and_addresses_of_before_are_kept() {
        try (TestDatabase database = TestDatabase.with(Schema.EVENT_LOG)) {
            migrate(database, "7");
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            customer(jdbc, SET, "set", 3, "enterprise", 500);
            customer(jdbc, NEVER_SET, "never-set", 0, "standard", null);
            jdbc.sql("update work.customer set team_max = 7 where customer_id = :id")
                    .param("id", SET)
                    .update();
            details(jdbc, 2, SET, "Created", "old@example.com");
            details(jdbc, 3, SET, "DetailsChanged", "new@example.com");
            details(jdbc, 4, NEVER_SET, "Created", null);

            migrate(database, "latest");

            Sections sections = new Sections(jdbc);
            CustomerSections set = sections.of(TENANT, SET);
            assertThat(set.version()).isEqualTo(3);
            assertThat(set.of(Section.ApiLimits.class))
                    .isEqualTo(new Section.ApiLimits("enterprise", 500));
            assertThat(set.of(Section.Team.class)).isEqualTo(new Section.Team(true, 7));
            assertThat(sections.of(TENANT, NEVER_SET)).isEqualTo(CustomerSections.UNCHANGED);
            assertThat(email(jdbc, SET)).isEqualTo("new@example.com");
            assertThat(email(jdbc, NEVER_SET)).isEqualTo("none");
        }
    }

    private static void migrate(TestDatabase database, String target) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("work")
                .defaultSchema("work")
                .locations("classpath:db/work")
                .table("flyway_history")
                .target(target)
                .load()
                .migrate();
    }

    private static void customer(
            JdbcClient jdbc,
            UUID id,
            String key,
            long version,
            String tier,
            @Nullable Integer requests) {
        jdbc.sql(
                        """
                        insert into work.customer
                          (tenant_id, customer_id, key, time_zone, currency, country,
                           settings_version, api_tier, api_requests_per_minute)
                        values (:tenant, :id, :key, 'UTC', 'USD', 'US', :version, :tier, :requests)
                        """)
                .param("tenant", TENANT)
                .param("id", id)
                .param("key", key)
                .param("version", version)
                .param("tier", tier)
                .param("requests", requests, Types.INTEGER)
                .update();
    }

    private static void details(
            JdbcClient jdbc, long position, UUID id, String what, @Nullable String email) {
        String address = email == null ? "null" : '"' + email + '"';
        String fact = "{\"customerId\":\"%s\",\"details\":{\"email\":%s}}".formatted(id, address);
        jdbc.sql(
                        """
                        insert into event_log.entry
                          (position, kind, id, type, tenant_id, payload, metadata, message_at)
                        values (:position, 'fact', :id, :type, :tenant, :payload, :payload, now())
                        """)
                .param("position", position)
                .param("id", "upgrade-" + position)
                .param("type", "access.Customer" + what)
                .param("tenant", TENANT)
                .param("payload", fact.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private static String email(JdbcClient jdbc, UUID id) {
        return jdbc.sql("select coalesce(email, 'none') from work.customer where customer_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
