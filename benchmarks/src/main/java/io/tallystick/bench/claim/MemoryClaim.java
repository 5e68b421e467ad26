package io.tallystick.bench.claim;

import io.tallystick.bench.load.Flood;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Many more senders than the server can serve, none of which waits as it is told to. What does not
/// fit has to be refused, and what was not refused has to be there.
final class MemoryClaim implements Claim {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String question() {
        return "Does the heap stay flat when far more is sent than fits, and is nothing lost?";
    }

    /// Once, since five minutes are repetition enough.
    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        return stage.once(
                new Case("%d senders × 1,000".formatted(senders(stage)), () -> flood(stage)));
    }

    private static int senders(Stage stage) {
        return stage.settings().number("memory-senders");
    }

    private static Sample flood(Stage stage) throws Exception {
        int seconds = stage.settings().number("memory-seconds");
        try (var flood = new Flood(stage.server(), senders(stage))) {
            long before = calls(stage);
            var collections = new Collections(stage.server());
            Sample sample = stage.time(1, () -> flood.run(seconds));
            Map<String, Double> figures = new TreeMap<>(collections.heap());
            long stored = calls(stage) - before;
            figures.put("offered ÷ accepted", (double) flood.offered() / flood.acknowledged());
            figures.put("refused requests", (double) flood.refused());
            figures.put("refused without Retry-After", (double) flood.rude());
            figures.put("requests answered as unknown", (double) flood.unknown());
            figures.put("requests without an answer", (double) flood.broken());
            figures.put("acknowledged and lost events", (double) lost(flood, stored));
            return new Sample(
                            flood.acknowledged(),
                            sample.seconds(),
                            sample.processor(),
                            sample.figures())
                    .with(figures);
        }
    }

    /// On a connection of its own: the server closes one that was idle during the flood.
    private static long calls(Stage stage) throws Exception {
        try (var api = stage.api()) {
            api.awaitProjections(stage.position());
            return api.calls(stage.position());
        }
    }

    /// What was answered as unknown may be there as well, and then more is there than was said.
    private static long lost(Flood flood, long stored) {
        return Math.max(0, flood.acknowledged() - stored);
    }
}
