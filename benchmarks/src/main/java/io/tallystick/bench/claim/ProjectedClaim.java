package io.tallystick.bench.claim;

import io.tallystick.bench.load.Load;
import io.tallystick.bench.load.LoadShape;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import java.util.List;

/// From the first byte of the first request until every projection has seen the last event; and how
/// far the dashboard is behind what was acknowledged while that runs.
final class ProjectedClaim implements Claim {

    static final String PROJECTED = "HTTP and every projection";
    static final String WATCHED = "the same, with a dashboard that asks";

    @Override
    public String name() {
        return "projected";
    }

    @Override
    public String question() {
        return "How many events per second are durable and in every projection?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        return stage.besideCopy(
                new Case(PROJECTED, () -> projected(stage)),
                new Case(WATCHED, () -> watched(stage)));
    }

    private static Sample projected(Stage stage) throws Exception {
        try (var load = new Load(stage.server(), LoadShape.BATCHES)) {
            return stage.time(
                    stage.events(),
                    () -> {
                        load.send(stage.events());
                        stage.awaitProjections(load.position());
                    });
        }
    }

    private static Sample watched(Stage stage) throws Exception {
        try (var probe = new LagProbe(stage.server());
                var load =
                        new Load(stage.server(), LoadShape.BATCHES).onAcknowledged(probe::offer)) {
            Sample sample =
                    stage.time(
                            stage.events(),
                            () -> {
                                load.send(stage.events());
                                stage.awaitProjections(load.position());
                            });
            return sample.with(Percentiles.millis("lag", probe.stop()));
        }
    }
}
