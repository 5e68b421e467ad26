package io.tallystick.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.command.DemoDeclaration;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/// What a customer decides.
@SuppressWarnings("NullAway.Init")
class CustomerTest {

    private static final CustomerDetails ACME =
            new CustomerDetails("Acme", "Europe/Berlin", "EUR", "DE", "post@acme.example");

    private static LookUps lookUps;

    private final List<UUID> demos = new ArrayList<>();
    private final UUID customerId = UUID.randomUUID();
    private final String key = "acme-" + customerId;
    private FixtureConfiguration<Customer> customer;

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
        customer = new AggregateTestFixture<>(Customer.class);
        customer.registerInjectableResource(lookUps.customers());
        customer.registerInjectableResource((DemoDeclaration) (_, id) -> demos.add(id));
    }

    @Test
    void a_customer_is_created_and_can_be_looked_up() {
        customer.givenNoPriorActivity()
                .when(new CreateCustomer(customerId, Partners.DEFAULT, key, ACME))
                .expectSuccessfulHandlerExecution()
                .expectEvents(created());

        assertThat(lookUps.customers().byKey(Partners.DEFAULT, key))
                .contains(new Customers.Customer(customerId, key, "Europe/Berlin", "EUR", "DE"));
    }

    @Test
    void a_demo_is_one_from_the_first_moment_on() {
        customer.givenNoPriorActivity()
                .when(new CreateCustomer(customerId, Partners.DEFAULT, key, ACME, true))
                .expectEvents(created());
        assertThat(demos).containsExactly(customerId);
    }

    @Test
    void a_key_that_the_partner_uses_is_refused() {
        reserve(Partners.DEFAULT, UUID.randomUUID());

        customer.givenNoPriorActivity()
                .when(new CreateCustomer(customerId, Partners.DEFAULT, key, ACME))
                .expectException(Refusal.of(HttpStatus.CONFLICT, "customer_key_taken"))
                .expectNoEvents();
    }

    @Test
    void a_key_that_another_partner_uses_is_free() {
        UUID other = UUID.randomUUID();
        lookUps.partners().reserve(other, "other-" + customerId.toString().substring(0, 8), "O");
        reserve(other, UUID.randomUUID());

        customer.givenNoPriorActivity()
                .when(new CreateCustomer(customerId, Partners.DEFAULT, key, ACME))
                .expectEvents(created());
    }

    @Test
    void a_customer_with_impossible_details_reserves_no_key() {
        var nowhere = new CustomerDetails("Acme", "Mars/Olympus", "EUR", "DE", null);

        customer.givenNoPriorActivity()
                .when(new CreateCustomer(customerId, Partners.DEFAULT, key, nowhere))
                .expectException(Refusal.of(HttpStatus.BAD_REQUEST, "invalid_request"))
                .expectNoEvents();

        assertThat(lookUps.customers().byKey(Partners.DEFAULT, key)).isEmpty();
    }

    @Test
    void what_is_named_changes_and_the_rest_stays() {
        reserve(Partners.DEFAULT, customerId);
        var moved =
                new CustomerDetails("Acme", "America/New_York", "USD", "DE", "post@acme.example");

        customer.given(created())
                .when(change(null, "America/New_York", "USD", null, null))
                .expectResultMessagePayload(moved)
                .expectEvents(new CustomerDetailsChanged(customerId, Partners.DEFAULT, moved));

        assertThat(lookUps.customers().byId(Partners.DEFAULT, customerId))
                .contains(new Customers.Customer(customerId, key, "America/New_York", "USD", "DE"));
    }

    @Test
    void the_same_details_again_are_no_fact() {
        customer.given(created())
                .when(change("Acme", "Europe/Berlin", "EUR", "DE", "post@acme.example"))
                .expectResultMessagePayload(ACME)
                .expectNoEvents();
    }

    @Test
    void a_change_of_nothing_is_no_fact() {
        customer.given(created())
                .when(change(null, null, null, null, null))
                .expectResultMessagePayload(ACME)
                .expectNoEvents();
    }

    @Test
    void a_change_is_compared_with_the_last_one_and_not_with_the_first() {
        var renamed = new CustomerDetails("Bcme", "Europe/Berlin", "EUR", "DE", null);

        customer.given(created(), new CustomerDetailsChanged(customerId, Partners.DEFAULT, renamed))
                .when(change("Acme", null, null, null, "post@acme.example"))
                .expectEvents(new CustomerDetailsChanged(customerId, Partners.DEFAULT, ACME));
    }

    @Test
    void an_empty_email_removes_the_address() {
        customer.given(created())
                .when(change(null, null, null, null, ""))
                .expectEvents(
                        new CustomerDetailsChanged(
                                customerId,
                                Partners.DEFAULT,
                                new CustomerDetails("Acme", "Europe/Berlin", "EUR", "DE", null)));
    }

    @Test
    void a_removed_email_is_not_removed_again() {
        var without = new CustomerDetails("Acme", "Europe/Berlin", "EUR", "DE", null);

        customer.given(new CustomerCreated(customerId, Partners.DEFAULT, key, without))
                .when(change(null, null, null, null, ""))
                .expectNoEvents();
    }

    @Test
    void an_impossible_change_leaves_everything_as_it_was() {
        reserve(Partners.DEFAULT, customerId);

        customer.given(created())
                .when(change(null, null, "QQQ", null, null))
                .expectException(Refusal.of(HttpStatus.BAD_REQUEST, "invalid_request"))
                .expectNoEvents();

        assertThat(lookUps.customers().byId(Partners.DEFAULT, customerId).orElseThrow().currency())
                .isEqualTo("EUR");
    }

    @Test
    void a_customer_goes_on_from_its_snapshot() {
        Serializer serializer = snapshots();
        var before = new Customer();
        before.evolve(created());

        Customer read = serializer.deserialize(serializer.serialize(before, byte[].class));

        assertThat(read).usingRecursiveComparison().isEqualTo(before);
        var renamed =
                new CustomerDetails("Bcme", "Europe/Berlin", "EUR", "DE", "post@acme.example");
        customer.givenState(() -> read)
                .when(change("Bcme", null, null, null, null))
                .expectEvents(new CustomerDetailsChanged(customerId, Partners.DEFAULT, renamed));
    }

    @Test
    void a_snapshot_without_an_email_is_read_back_too() {
        Serializer serializer = snapshots();
        var before = new Customer();
        before.evolve(created());
        before.evolve(
                new CustomerDetailsChanged(
                        customerId,
                        Partners.DEFAULT,
                        new CustomerDetails("Ä \"x\" \u2028", "UTC", "USD", "US", null)));

        Customer read = serializer.deserialize(serializer.serialize(before, byte[].class));

        assertThat(read).usingRecursiveComparison().isEqualTo(before);
    }

    /// Configured as the application configures its own.
    private static Serializer snapshots() {
        var axonsOwn =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(axonsOwn))
                .build();
    }

    private CustomerCreated created() {
        return new CustomerCreated(customerId, Partners.DEFAULT, key, ACME);
    }

    private ChangeCustomerDetails change(
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String email) {
        return new ChangeCustomerDetails(customerId, name, timeZone, currency, country, email);
    }

    private void reserve(UUID partner, UUID id) {
        lookUps.customers()
                .reserve(partner, new Customers.Customer(id, key, "Europe/Berlin", "EUR", "DE"));
    }
}
