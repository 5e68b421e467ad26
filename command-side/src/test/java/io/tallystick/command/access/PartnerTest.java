package io.tallystick.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;

import io.tallystick.edge.lookup.Partners;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/// A partner comes into being once per key.
@SuppressWarnings("NullAway.Init")
class PartnerTest {

    private static LookUps lookUps;

    private final UUID partnerId = UUID.randomUUID();
    private FixtureConfiguration<Partner> partner;

    @BeforeAll
    static void open() {
        lookUps = new LookUps();
    }

    @AfterAll
    static void close() {
        lookUps.close();
    }

    @BeforeEach
    void fixture() {
        partner = new AggregateTestFixture<>(Partner.class);
        partner.registerInjectableResource(lookUps.partners());
    }

    @Test
    void a_partner_is_created() {
        partner.givenNoPriorActivity()
                .when(new CreatePartner(partnerId, "north", "North"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new PartnerCreated(partnerId, "north", "North"));

        assertThat(lookUps.partners().find("north")).contains(partnerId);
    }

    @Test
    void its_first_fact_belongs_to_the_tenant_that_it_creates() {
        partner.givenNoPriorActivity()
                .when(
                        new CreatePartner(partnerId, "east", "East"),
                        MetaData.with("tenantId", Partners.DEFAULT.toString()))
                .expectEventsMatching(
                        exactSequenceOf(
                                Matchers.<EventMessage<?>>matches(event ->
                                        partnerId
                                                .toString()
                                                .equals(event.getMetaData().get("tenantId")))));
    }

    @Test
    void a_key_that_is_taken_is_refused_and_stays_with_its_owner() {
        lookUps.partners().reserve(new UUID(7, 7), "south", "South");

        partner.givenNoPriorActivity()
                .when(new CreatePartner(partnerId, "south", "South again"))
                .expectException(Refusal.of(HttpStatus.CONFLICT, "partner_key_taken"))
                .expectNoEvents();

        assertThat(lookUps.partners().find("south")).contains(new UUID(7, 7));
    }

    @Test
    void the_partner_of_every_installation_keeps_its_key() {
        partner.givenNoPriorActivity()
                .when(new CreatePartner(partnerId, "default", "Mine"))
                .expectException(Refusal.of(HttpStatus.CONFLICT, "partner_key_taken"))
                .expectNoEvents();
    }
}
