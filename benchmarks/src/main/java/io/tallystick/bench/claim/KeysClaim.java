package io.tallystick.bench.claim;

import io.tallystick.bench.load.EventBatch;
import io.tallystick.bench.load.Load;
import io.tallystick.bench.load.Sender;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.Api;
import io.tallystick.bench.server.Api.CustomerKey;
import io.tallystick.bench.server.Server;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// What it costs that a revoked key is refused at once: every request looks its key up, and every
/// chunk of usage asks again while it is written. Operators' keys are asked for as well; those of
/// customers have a budget besides, which is charged.
final class KeysClaim implements Claim {

    static final String OPERATOR = "HTTP, 8 clients × 1,000, an operator's key";
    static final String CUSTOMERS = "HTTP, 8 clients × 1,000, keys of 8 customers";
    static final String LOOK_UP = "the check alone, one after the other";
    static final String CHECK = "GET /me, 1 connection, an operator's key";
    static final String CHECKS = "GET /me, 2 connections, an operator's key";
    static final String CHECK_AND_BUDGET = "GET /me, 1 connection, a customer's key";
    static final String REQUEST = "request";
    static final String CHECKED = "check";

    private static final int CLIENTS = 8;
    private static final int BATCH_EVENTS = 1_000;

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public String question() {
        return "What does it cost to check a key, and to check those of customers while usage arrives?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        List<CustomerKey> keys = new ArrayList<>();
        try {
            issue(stage, keys);
            return measure(stage, keys);
        } finally {
            revoke(stage, keys);
        }
    }

    private static List<CaseResult> measure(Stage stage, List<CustomerKey> keys) throws Exception {
        String customers = keys.getFirst().secret();
        List<CaseResult> results = new ArrayList<>();
        results.addAll(
                stage.alternate(
                        List.of(
                                new Case(OPERATOR, () -> ingest(stage, keys, _ -> Server.KEY)),
                                new Case(
                                        CUSTOMERS,
                                        () -> ingest(stage, keys, CustomerKey::secret)))));
        results.addAll(
                stage.alternate(
                        List.of(
                                new Case(LOOK_UP, () -> KeyChecks.alone(stage, customers)),
                                new Case(CHECK, () -> KeyChecks.time(stage, 1, Server.KEY)),
                                new Case(CHECKS, () -> KeyChecks.time(stage, 2, Server.KEY)),
                                new Case(
                                        CHECK_AND_BUDGET,
                                        () -> KeyChecks.time(stage, 1, customers)))));
        return results;
    }

    /// Each client sends usage of one customer, with whatever key.
    private static Sample ingest(
            Stage stage, List<CustomerKey> keys, Function<CustomerKey, String> secret)
            throws Exception {
        List<Sender> senders = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            CustomerKey key = keys.get(client);
            var batch =
                    EventBatch.of(
                            BATCH_EVENTS,
                            InstantSource.system().instant(),
                            new SplittableRandom(client),
                            key.customer());
            senders.add(Sender.of(stage.server().port(), secret.apply(key), batch));
        }
        try (var load = new Load(senders)) {
            Sample sample = stage.time(stage.events(), () -> load.send(stage.events()));
            stage.awaitProjections(load.position());
            return sample.with(Percentiles.millis(REQUEST, load.latencies()));
        }
    }

    private static void issue(Stage stage, List<CustomerKey> keys) throws Exception {
        try (var api = stage.api()) {
            for (int client = 0; client < CLIENTS; client++) {
                keys.add(api.issueKey(Api.customer(client)));
            }
        }
    }

    /// A customer has only so many, and the data may be kept for the next run.
    private static void revoke(Stage stage, List<CustomerKey> keys) throws Exception {
        try (var api = stage.api()) {
            for (CustomerKey key : keys) {
                api.revoke(key);
            }
        }
    }
}
