package io.tallystick.edge.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.Operators.Operator;
import io.tallystick.edge.wall.Readers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the next request can know, on a real database.
@SuppressWarnings("NullAway.Init")
class LookUpsTest {

    private static final UUID NORTH = new UUID(5, 1);

    private static LookUps lookUps;

    @BeforeAll
    static void open() {
        lookUps = new LookUps();
        lookUps.partners().reserve(NORTH, "north", "North");
    }

    @AfterAll
    static void close() {
        lookUps.close();
    }

    @Test
    void a_partner_is_found_by_its_key() {
        assertThat(lookUps.partners().find("default")).contains(Partners.DEFAULT);
        assertThat(lookUps.partners().find("north")).contains(NORTH);
        assertThat(lookUps.partners().find("North")).isEmpty();
    }

    @Test
    void a_customer_is_found_by_key_or_id_in_its_tenant_only() {
        Customer ada = customer("ada");
        lookUps.customers().reserve(NORTH, ada);

        assertThat(lookUps.customers().byKey(NORTH, "ada")).contains(ada);
        assertThat(lookUps.customers().byId(NORTH, ada.customerId())).contains(ada);
        assertThat(lookUps.customers().byKey(Partners.DEFAULT, "ada")).isEmpty();
        assertThat(lookUps.customers().byId(Partners.DEFAULT, ada.customerId())).isEmpty();
    }

    @Test
    void subjects_are_found_together_and_strangers_are_absent() {
        Customer bob = customer("bob");
        Customer foreign = customer("cem");
        lookUps.customers().reserve(NORTH, bob);
        lookUps.customers().reserve(Partners.DEFAULT, foreign);

        assertThat(lookUps.customers().idsByKey(NORTH, List.of("bob", "bob", "cem", "nobody")))
                .isEqualTo(Map.of("bob", bob.customerId()));
        assertThat(lookUps.customers().idsByKey(NORTH, List.of())).isEmpty();
    }

    @Test
    void the_first_owner_of_a_customer_key_keeps_it() {
        Customer dan = customer("dan");
        assertThat(lookUps.customers().reserve(NORTH, dan)).isTrue();

        assertThat(lookUps.customers().reserve(NORTH, customer("dan"))).isFalse();
        assertThat(lookUps.customers().byKey(NORTH, "dan")).contains(dan);
    }

    @Test
    void an_update_stays_within_the_tenant() {
        Customer eve = customer("eve");
        lookUps.customers().reserve(NORTH, eve);
        var moved = new Customer(eve.customerId(), "eve", "Asia/Tokyo", "JPY", "JP");

        lookUps.customers().update(Partners.DEFAULT, moved);
        assertThat(lookUps.customers().byKey(NORTH, "eve")).contains(eve);

        lookUps.customers().update(NORTH, moved);
        assertThat(lookUps.customers().byKey(NORTH, "eve")).contains(moved);
    }

    @Test
    void a_key_is_found_by_its_secret_until_it_is_revoked() {
        byte[] hash = ApiKeySecret.hash("the secret of this test");
        lookUps.customer(NORTH, new UUID(9, 9));
        var key =
                new ApiKeys.ApiKey(
                        NORTH,
                        UUID.randomUUID(),
                        "customer",
                        new UUID(9, 9),
                        "Import",
                        "tsk_live_abc",
                        Set.of(Permission.READ, Permission.WRITE));
        assertThat(lookUps.keys().existsWithScope("customer")).isFalse();
        assertThat(lookUps.keys().reserve(key, hash)).isTrue();

        assertThat(lookUps.keys().findActive(hash)).contains(key);
        assertThat(lookUps.keys().existsWithScope("customer")).isTrue();
        assertThat(lookUps.keys().findActive(ApiKeySecret.hash("another"))).isEmpty();

        lookUps.revoke(key);
        assertThat(lookUps.keys().findActive(hash)).isEmpty();
        assertThat(lookUps.keys().existsWithScope("customer")).isFalse();
    }

    @Test
    void a_revoked_secret_is_not_reserved_again() {
        byte[] hash = ApiKeySecret.hash("a secret that leaked");
        var key =
                new ApiKeys.ApiKey(
                        NORTH, UUID.randomUUID(), "partner", null, "Old", "tsk", Set.of());
        lookUps.keys().reserve(key, hash);
        lookUps.revoke(key);
        var again =
                new ApiKeys.ApiKey(
                        NORTH, UUID.randomUUID(), "partner", null, "New", "tsk", Set.of());

        assertThat(lookUps.keys().reserve(again, hash)).isFalse();
        assertThat(lookUps.keys().findActive(hash)).isEmpty();
    }

    @Test
    void the_last_use_of_a_key_is_known_although_it_was_revoked_right_after_it() {
        var key =
                new ApiKeys.ApiKey(
                        NORTH, UUID.randomUUID(), "partner", null, "Leaked", "tsk", Set.of());
        lookUps.keys().reserve(key, ApiKeySecret.hash("a secret that leaked"));
        var uses = lookUps.uses();

        uses.note(NORTH, key.keyId());
        lookUps.keys().revoke(KeyOwner.partner(NORTH), key.keyId());
        uses.flush();

        assertThat(lastUsed(NORTH, key)).containsOnlyKeys(key.keyId());
    }

    @Test
    void a_key_was_used_when_somebody_noted_it_and_is_written_once_a_minute() {
        byte[] hash = ApiKeySecret.hash("a secret that is used");
        var key =
                new ApiKeys.ApiKey(
                        NORTH, UUID.randomUUID(), "partner", null, "Used", "tsk", Set.of());
        lookUps.keys().reserve(key, hash);
        var uses = lookUps.uses();
        assertThat(lastUsed(NORTH, key)).isEmpty();

        uses.note(NORTH, key.keyId());
        assertThat(lastUsed(NORTH, key)).isEmpty();
        uses.flush();
        var first = lastUsed(NORTH, key);
        uses.note(NORTH, key.keyId());
        uses.flush();

        assertThat(first).containsOnlyKeys(key.keyId());
        assertThat(lastUsed(NORTH, key)).isEqualTo(first);
        assertThat(lastUsed(Partners.DEFAULT, key)).isEmpty();
    }

    @Test
    void what_no_table_can_hold_is_only_not_found() {
        assertThat(lookUps.partners().find("default\0")).isEmpty();
        assertThat(lookUps.operators().find("operator\0")).isEmpty();
        assertThat(lookUps.customers().byKey(NORTH, "ada\0")).isEmpty();
        assertThat(lookUps.customers().idsByKey(NORTH, List.of("ada\0"))).isEmpty();
    }

    @Test
    void a_login_is_one_account() {
        var first = new Operator(Partners.DEFAULT, UUID.randomUUID(), "operator", "hash-1");

        assertThat(lookUps.operators().reserve(first)).isTrue();
        assertThat(
                        lookUps.operators()
                                .reserve(
                                        new Operator(
                                                Partners.DEFAULT,
                                                UUID.randomUUID(),
                                                "operator",
                                                "hash-2")))
                .isFalse();
        assertThat(lookUps.operators().find("operator")).contains(first);
        assertThat(lookUps.operators().find("Operator")).isEmpty();
    }

    private static Map<UUID, Instant> lastUsed(UUID tenantId, ApiKeys.ApiKey key) {
        return new Readers(lookUps.dataSource())
                .keyUses()
                .last(new Sight(tenantId, null), Set.of(key.keyId()));
    }

    private static Customer customer(String key) {
        return new Customer(UUID.randomUUID(), key, "Europe/Berlin", "EUR", "DE");
    }
}
