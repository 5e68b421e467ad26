package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A partner gives its customers no more storage than it has.
@SuppressWarnings("NullAway.Init")
class StoragePoolTest extends RunningApplication {

    private static final int ROUNDS = 10;

    private String partner;
    private Api api;

    @BeforeEach
    void partner() {
        partner = "pool-" + UUID.randomUUID().toString().substring(0, 8);
        api().post("/api/v1/partners", Map.of("key", partner, "name", "Pool")).expect(201);
        api = api().inPartner(partner);
    }

    @Test
    void what_is_given_is_no_longer_there() {
        resize(0, 100).expect(200);
        SectionsApi first = customer();
        SectionsApi second = customer();

        allocate(first, 60).expect(200);

        assertThat(storage().get("allocatedMb").asLong()).isEqualTo(60);
        assertThat(storage().get("availableMb").asLong()).isEqualTo(40);
        var refused = allocate(second, 41).expectProblem(409, "storage_exhausted");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/allocatedMb");
        assertThat(second.of("knowledgeBase").get("enabled").asBoolean()).isFalse();
        allocate(second, 40).expect(200);
        allocate(first, 59).expect(200);
        allocate(second, 41).expect(200);
        assertThat(storage().get("availableMb").asLong()).isZero();
    }

    @Test
    void a_pool_that_became_too_small_gives_nothing_and_takes_back() {
        resize(0, 100).expect(200);
        SectionsApi customer = customer();
        allocate(customer, 80).expect(200);

        resize(1, 50).expect(200);

        assertThat(storage().get("availableMb").asLong()).isZero();
        allocate(customer, 81).expectProblem(409, "storage_exhausted");
        allocate(customer, 70).expect(200);
        allocate(customer, 71).expectProblem(409, "storage_exhausted");
        allocate(customer, 20).expect(200);
        assertThat(storage().get("availableMb").asLong()).isEqualTo(30);
    }

    @Test
    void what_was_allocated_stays_with_a_knowledge_base_that_is_switched_off() {
        resize(0, 10).expect(200);
        SectionsApi customer = customer();
        customer.change("knowledgeBase", Map.of("allocatedMb", 5))
                .expectProblem(409, "knowledge_base_required");
        allocate(customer, 5).expect(200);

        customer.change("knowledgeBase", Map.of("enabled", false)).expect(200);

        assertThat(storage().get("availableMb").asLong()).isEqualTo(5);
        customer.change("knowledgeBase", Map.of("allocatedMb", 6))
                .expectProblem(409, "knowledge_base_required");
        customer.change("knowledgeBase", Map.of("allocatedMb", 0)).expect(200);
        assertThat(storage().get("availableMb").asLong()).isEqualTo(10);
    }

    @Test
    void what_is_in_use_is_not_taken_back() {
        resize(0, 5_000).expect(200);
        SectionsApi customer = customer();
        allocate(customer, 4_000).expect(200);
        store(customer, 2_500_000_001L);

        var refused = allocate(customer, 2_500).expectProblem(409, "storage_in_use");

        assertThat(SectionsApi.codes(refused)).containsExactly("storage_in_use");
        assertThat(refused.json().get("detail").asString()).isEqualTo("The customer uses 2501 MB.");
        allocate(customer, 2_501).expect(200);
        customer.change("knowledgeBase", Map.of("allocatedMb", 0))
                .expectProblem(409, "storage_in_use");
        customer.change("knowledgeBase", Map.of("enabled", false)).expect(200);
        assertThat(storage().get("allocatedMb").asLong()).isEqualTo(2_501);
    }

    @Test
    void who_uses_more_than_it_has_may_be_given_some_of_it() {
        resize(0, 5_000).expect(200);
        SectionsApi customer = customer();
        allocate(customer, 100).expect(200);
        store(customer, 3_000_000_000L);

        allocate(customer, 200).expect(200);

        allocate(customer, 150).expectProblem(409, "storage_in_use");
    }

    /// Until the usage shows it.
    private void store(SectionsApi customer, long bytes) {
        Object event =
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "storage",
                        "type",
                        "storage.measured",
                        "subject",
                        customer.customer(),
                        "data",
                        Map.of("bytes", bytes));
        long position = api.post("/api/v1/events", List.of(event)).expect(200).position();
        api.getAfter(position, customer.path() + "/usage").expect(200);
    }

    @Test
    void of_two_who_allocate_the_last_megabyte_at_once_exactly_one_gets_it() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            resize(round, round + 1).expect(200);
            List<SectionsApi> both = List.of(customer(), customer());
            var start = new CyclicBarrier(both.size());
            List<Callable<Api.Answer>> wishes =
                    both.stream()
                            .<Callable<Api.Answer>>map(customer ->
                                    () -> {
                                        start.await();
                                        return customer.change(
                                                "knowledgeBase",
                                                Map.of("enabled", true, "allocatedMb", 1),
                                                "0");
                                    })
                            .toList();
            try (var threads = Executors.newFixedThreadPool(both.size())) {
                List<Api.Answer> answers =
                        threads.invokeAll(wishes).stream().map(Future::resultNow).toList();
                assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(1);
                assertThat(answers)
                        .filteredOn(it -> it.status() == 409)
                        .singleElement()
                        .satisfies(it -> it.expectProblem(409, "storage_exhausted"));
            }
            assertThat(storage().get("availableMb").asLong()).isZero();
            assertThat(storage().get("allocatedMb").asLong()).isEqualTo(round + 1);
        }
    }

    @Test
    void a_pool_is_changed_at_the_version_that_there_is() {
        resize(1, 5).expectProblem(409, "settings_changed");
        long position = resize(0, 5).expect(200).position();
        assertThat(resize(1, 5).expect(200).position()).isEqualTo(position);
        api().patch("/api/v1/partners/" + partner + "/settings/storage", Map.of("storageMb", 5))
                .expectProblem(428, "precondition_required");
        for (Object bad : List.of(-1, 1_000_000_001L, true)) {
            api().patch(
                            "/api/v1/partners/" + partner + "/settings/storage",
                            Map.of("storageMb", bad),
                            "If-Match",
                            "1")
                    .expectProblem(400, "invalid_request");
        }
    }

    private SectionsApi customer() {
        return SectionsApi.of(api);
    }

    private static Api.Answer allocate(SectionsApi customer, int megabytes) {
        return customer.change("knowledgeBase", Map.of("enabled", true, "allocatedMb", megabytes));
    }

    private Api.Answer resize(long version, long megabytes) {
        return api().patch(
                        "/api/v1/partners/" + partner + "/settings/storage",
                        Map.of("storageMb", megabytes),
                        "If-Match",
                        Long.toString(version));
    }

    private JsonNode storage() {
        return api().get("/api/v1/partners/" + partner + "/settings")
                .expect(200)
                .json()
                .get("storage");
    }
}
