package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.CUSTOMER;
import static io.tallystick.readmodel.Tables.CUSTOMER_ALL;
import static io.tallystick.readmodel.Tables.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.projections.testing.RunningProjections;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryProjectorTest {

    private static final UUID PARTNER_ID = new UUID(0, 1);
    private static final UUID CUSTOMER_ID = new UUID(0, 2);
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    private final DirectoryProjector projector = new DirectoryProjector(1, sql);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_customer_has_the_details_of_its_last_event_and_the_time_of_its_first() {
        projector.on(new PartnerCreated(PARTNER_ID, "north", "North"), AT);
        projector.on(new CustomerCreated(CUSTOMER_ID, PARTNER_ID, "acme", details("Acme")), AT);
        projector.on(
                new CustomerDetailsChanged(CUSTOMER_ID, PARTNER_ID, details("Acme Ltd")),
                AT.plusSeconds(60));

        var row = sql.selectFrom(CUSTOMER_ALL).fetchSingle();

        assertThat(row.getTenantId()).isEqualTo(PARTNER_ID);
        assertThat(row.getName()).isEqualTo("Acme Ltd");
        assertThat(row.getEmail()).isNull();
        assertThat(row.getCreatedAt()).isEqualTo(AT);
    }

    @Test
    void new_details_of_a_customer_who_was_never_created_stop_the_projection() {
        var changed = new CustomerDetailsChanged(CUSTOMER_ID, PARTNER_ID, details("Acme"));

        assertThatThrownBy(() -> projector.on(changed, AT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(CUSTOMER_ID.toString());
    }

    @Test
    void new_details_under_another_tenant_stop_the_projection() {
        projector.on(new CustomerCreated(CUSTOMER_ID, PARTNER_ID, "acme", details("Acme")), AT);
        var foreign = new CustomerDetailsChanged(CUSTOMER_ID, new UUID(0, 9), details("Acme"));

        assertThatThrownBy(() -> projector.on(foreign, AT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_position_moves_with_entries_that_change_nothing() {
        try (var running = new RunningProjections(database, 10).start()) {
            running.awaitAll(running.fact(new LoginSucceeded(new UUID(0, 3), "admin")));

            assertThat(sql.selectFrom(PARTNER).fetchSingle().getKey()).isEqualTo("default");
        }
    }

    @Test
    void a_rebuild_comes_to_the_same_directory() {
        try (var running = new RunningProjections(database, 10).start()) {
            running.fact(new PartnerCreated(PARTNER_ID, "north", "North"));
            long last =
                    running.fact(
                            new CustomerCreated(CUSTOMER_ID, PARTNER_ID, "acme", details("A")));
            running.awaitAll(last);
            String before = everything();

            running.rebuild("directory");
            running.awaitRebuilt("directory");

            assertThat(everything()).isEqualTo(before).contains("north", "acme");
            assertThat(sql.fetchValues(CUSTOMER_ALL.GENERATION)).containsExactly(2);
        }
    }

    private String everything() {
        return sql.selectFrom(PARTNER).orderBy(PARTNER.KEY).fetch().formatCSV()
                + sql.selectFrom(CUSTOMER).fetch().formatCSV();
    }

    private static CustomerDetails details(String name) {
        return new CustomerDetails(name, "Europe/Berlin", "EUR", "DE", null);
    }
}
