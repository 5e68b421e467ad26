package io.tallystick.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.problem.ApiProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

    private static final UUID ACME = new UUID(0, 1);
    private static final UUID BOREALIS = new UUID(0, 2);

    private final Places places =
            new Places(
                    new InMemoryCustomers()
                            .with("acme", "Acme", "Europe/Berlin")
                            .with("bore/alis", "Borealis", "UTC"),
                    NOW);

    @Test
    void a_customer_is_found_by_key_and_by_id() {
        assertThat(place("operator", null, "acme").customer().customerId()).isEqualTo(ACME);
        assertThat(place("operator", null, ACME.toString()).customer().key()).isEqualTo("acme");
    }

    @Test
    void who_may_see_one_customer_sees_no_other() {
        assertThat(place("customer", ACME, "acme").customer().customerId()).isEqualTo(ACME);
        assertThat(places.customers(caller("customer", BOREALIS), null))
                .extracting(CustomerSource.Entry::name)
                .containsExactly("Borealis");
        assertThatThrownBy(() -> place("customer", BOREALIS, "acme"))
                .isInstanceOf(ApiProblem.class)
                .hasMessage("There is no such customer.");
    }

    @Test
    void only_an_operator_looks_into_another_partner() {
        assertThat(places.customers(caller("operator", null), "other")).isEmpty();
        assertThatThrownBy(() -> places.customers(caller("partner", null), "other"))
                .hasMessage("There is no such partner.");
        assertThatThrownBy(() -> places.customers(caller("operator", null), "nobody"))
                .hasMessage("There is no such partner.");
    }

    @Test
    void the_current_month_needs_no_name_but_the_part_that_moves_keeps_it() {
        Place place = place("operator", null, "acme");

        assertThat(place.page()).isEqualTo("/customers/acme");
        assertThat(place.live()).isEqualTo("/customers/acme/live?month=2026-11");
        assertThat(place.previousMonth()).isEqualTo("/customers/acme?month=2026-10");
        assertThat(place.nextMonth()).isNull();
    }

    @Test
    void an_address_survives_any_key() {
        Place place =
                new Place(
                        new Sight(Partners.DEFAULT, null),
                        "a&b {c}",
                        place("operator", null, "bore/alis").customer(),
                        CalendarMonth.parse("2026-10", ZoneOffset.UTC, NOW.instant()));

        assertThat(place.page())
                .isEqualTo("/customers/bore%2Falis?month=2026-10&partner=a%26b%20%7Bc%7D");
        assertThat(place.nextMonth()).isEqualTo("/customers/bore%2Falis?partner=a%26b%20%7Bc%7D");
    }

    private Place place(String actorType, @Nullable UUID scope, String customer) {
        return places.place(caller(actorType, scope), null, customer, null);
    }

    private static Caller caller(String actorType, @Nullable UUID scope) {
        return new Caller(
                actorType, "1", "someone", Partners.DEFAULT, scope, Set.of(Permission.READ));
    }
}
