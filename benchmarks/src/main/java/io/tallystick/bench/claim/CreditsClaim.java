package io.tallystick.bench.claim;

import io.tallystick.bench.load.Load;
import io.tallystick.bench.load.LoadShape;
import io.tallystick.bench.load.Pace;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.measure.Stopwatch;
import io.tallystick.bench.server.Credits;
import java.util.ArrayList;
import java.util.List;

/// What it costs that every event burns credits, and how soon it is told that they run low. With
/// credits on for every customer the ledger books each of them; with credits off it follows the log
/// and has nothing to do.
final class CreditsClaim implements Claim {

    static final String OFF = "HTTP, 8 clients × 1,000, credits off";
    static final String ON = "the same, credits on for every customer";
    static final String BOOKED = "the same, until the ledger and every projection have it";
    static final String ALERTED = "alerts, 10,000/s arrive, credits on for every customer";
    static final String ALERT = "alert";

    private static final int PACED_EVENTS = 10_000;

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public String question() {
        return "What does it cost that usage burns credits, and how late is an alert?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        try (var credits = new Credits(stage.server())) {
            List<CaseResult> results = new ArrayList<>();
            try {
                results.addAll(
                        stage.alternate(
                                List.of(
                                        new Case(OFF, () -> ingest(stage, credits, false)),
                                        new Case(ON, () -> ingest(stage, credits, true)),
                                        new Case(BOOKED, () -> booked(stage, credits)))));
                credits.switchAll(true);
                results.addAll(
                        stage.alternate(List.of(new Case(ALERTED, () -> alerted(stage, credits)))));
            } finally {
                credits.switchAll(false);
            }
            return results;
        }
    }

    /// Until it is durable. The ledger works meanwhile, and has caught up before the next case.
    private static Sample ingest(Stage stage, Credits credits, boolean on) throws Exception {
        credits.switchAll(on);
        try (var load = new Load(stage.server(), LoadShape.BATCHES)) {
            Sample sample = stage.time(stage.events(), () -> load.send(stage.events()));
            catchUp(stage, credits, load.position());
            return sample.with(Percentiles.millis("request", load.latencies()));
        }
    }

    private static Sample booked(Stage stage, Credits credits) throws Exception {
        credits.switchAll(true);
        try (var load = new Load(stage.server(), LoadShape.BATCHES)) {
            return stage.time(
                    stage.events(),
                    () -> {
                        load.send(stage.events());
                        catchUp(stage, credits, load.position());
                    });
        }
    }

    private static void catchUp(Stage stage, Credits credits, long position) throws Exception {
        credits.awaitLedger(position);
        stage.awaitProjections(position);
    }

    private static Sample alerted(Stage stage, Credits credits) throws Exception {
        try (var load =
                        new Load(stage.server(), LoadShape.BATCHES)
                                .at(Pace.eventsPerSecond(PACED_EVENTS));
                var probe = new AlertProbe(stage.server(), credits)) {
            var clients = load.start();
            var watch = new Stopwatch(stage.server().meter());
            var lags = probe.run(stage.settings().number("alert-seconds"));
            load.stop(clients);
            Sample sample = watch.stop(load.acknowledged());
            catchUp(stage, credits, load.position());
            return sample.with(Percentiles.millis(ALERT, lags));
        }
    }
}
