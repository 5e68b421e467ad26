package io.tallystick.bench.claim;

import io.tallystick.bench.load.Load;
import io.tallystick.bench.load.LoadShape;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import java.util.List;

/// From the first byte of a request to the answer that says the events are durable.
final class HttpClaim implements Claim {

    static final String BATCHES = "HTTP, 8 clients × 1,000, minimal";
    static final String SINGLES = "HTTP, 64 connections × 1";

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String question() {
        return "How many events per second become durable over HTTP?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        int singles = stage.settings().number("singles");
        return stage.besideCopy(
                new Case(BATCHES, () -> durable(stage, LoadShape.BATCHES, stage.events())),
                new Case(
                        "HTTP, 8 clients × 1,000, full results",
                        () -> durable(stage, LoadShape.BATCHES_WITH_RESULTS, stage.events())),
                new Case(SINGLES, () -> durable(stage, LoadShape.SINGLES, singles)));
    }

    /// The projections catch up before the next case, so that it has the machine to itself. While
    /// this one runs they run as well, as they do in the product.
    static Sample durable(Stage stage, LoadShape shape, long events) throws Exception {
        try (var load = new Load(stage.server(), shape)) {
            Sample sample = stage.time(events, () -> load.send(events));
            stage.awaitProjections(load.position());
            return sample.with(Percentiles.millis("request", load.latencies()));
        }
    }
}
