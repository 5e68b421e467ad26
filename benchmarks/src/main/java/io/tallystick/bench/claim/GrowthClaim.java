package io.tallystick.bench.claim;

import io.tallystick.bench.load.LoadShape;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Whether ingest stays as fast while the log grows. Random keys make an index whose pages no
/// longer fit into memory, and that is when it would show.
final class GrowthClaim implements Claim {

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public boolean beginsWithNothing() {
        return true;
    }

    @Override
    public String question() {
        return "How fast is ingest when the log is large?";
    }

    /// The sizes cannot take turns, so each has its own COPY beside it.
    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        long[] sizes = sizes(stage.settings().text("growth"));
        List<CaseResult> results = new ArrayList<>();
        for (long size : sizes) {
            Filling.toAtLeast(stage, size);
            List<CaseResult> atSize = stage.besideCopy(new Case(name(size), () -> sent(stage)));
            results.addAll(results.isEmpty() ? atSize : atSize.subList(1, 2));
        }
        return results;
    }

    /// Ascending, because a log only grows.
    static long[] sizes(String setting) {
        return Arrays.stream(setting.split(",")).mapToLong(Long::parseLong).sorted().toArray();
    }

    static String name(long size) {
        return "HTTP → durable at %,d stored".formatted(size);
    }

    private static Sample sent(Stage stage) throws Exception {
        double stored = Filling.stored(stage);
        return HttpClaim.durable(stage, LoadShape.BATCHES, stage.events())
                .with(Map.of("stored before", stored));
    }
}
