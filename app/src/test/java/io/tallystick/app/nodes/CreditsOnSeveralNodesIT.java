package io.tallystick.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.Api;
import io.tallystick.app.OneSms;
import io.tallystick.eventstore.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two processes hold credits of one wallet at once, with 32 threads each, and then one is killed.
class CreditsOnSeveralNodesIT {

    private static final int CREDITS = 100;
    private static final int THREADS_PER_NODE = 32;
    private static final int TRIES_PER_THREAD = 16;
    private static final String CUSTOMER = "/api/v1/customers/held";

    @TempDir private Path folder;

    @Test
    void exactly_as_many_holds_succeed_as_there_are_credits() throws Exception {
        try (var database = TestDatabase.with();
                var first = new Node(folder, 0, database.url());
                var second = new Node(folder, 1, database.url())) {
            first.start();
            first.awaitReady();
            second.start();
            second.awaitReady();
            Map<String, Object> customer = Map.of("key", "held", "name", "Held");
            first.api().post("/api/v1/customers", customer).expect(201);
            first.api()
                    .patch(
                            CUSTOMER + "/settings/aiCredits",
                            Map.of("enabled", true, "creditsPerSmsSegment", "1"),
                            "If-Match",
                            "0")
                    .expect(200);
            first.api()
                    .post(CUSTOMER + "/credits/grants", Map.of("amount", "" + CREDITS))
                    .expect(201);

            List<Integer> statuses = holdOn(List.of(first, second));

            assertThat(statuses).hasSize(2 * THREADS_PER_NODE * TRIES_PER_THREAD);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(CREDITS);
            assertThat(statuses).containsOnly(201, 402);
            assertThat(credits(second.api(), 0).get("available").asString()).isEqualTo("0");

            first.kill();
            long position =
                    second.api()
                            .post("/api/v1/events", OneSms.of("held", "nodes", "after-the-kill"))
                            .expect(200)
                            .position();
            JsonNode after = credits(second.api(), position);
            assertThat(after.get("settled").asString()).isEqualTo("" + (CREDITS - 1));
            assertThat(second.api().get("/api/v1/admin/audit").expect(200).json().get("credits"))
                    .isEmpty();
        }
    }

    private static JsonNode credits(Api api, long position) {
        return api.getAfter(position, CUSTOMER + "/credits").expect(200).json();
    }

    private static List<Integer> holdOn(List<Node> nodes) throws Exception {
        List<Callable<List<Integer>>> threads = new ArrayList<>();
        for (Node node : nodes) {
            for (int thread = 0; thread < THREADS_PER_NODE; thread++) {
                String name = node.address() + "/" + thread;
                threads.add(() -> hold(node.api(), name));
            }
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads.size())) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<List<Integer>> done : pool.invokeAll(threads)) {
                statuses.addAll(done.get());
            }
            return statuses;
        }
    }

    private static List<Integer> hold(Api api, String name) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < TRIES_PER_THREAD; i++) {
            Map<String, Object> wanted =
                    Map.of("callId", name + "/" + i, "amount", "1", "ttlSeconds", 3_600);
            statuses.add(api.post(CUSTOMER + "/credits/holds", wanted).status());
        }
        return statuses;
    }
}
