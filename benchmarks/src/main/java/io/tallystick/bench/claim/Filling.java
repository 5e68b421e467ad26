package io.tallystick.bench.claim;

import io.tallystick.bench.load.Load;
import io.tallystick.bench.load.LoadShape;

/// Brings the product's log to a size, over HTTP like everything that is in it.
final class Filling {

    private static final long STEP = 1_000_000;

    private Filling() {}

    static long stored(Stage stage) throws Exception {
        return stage.server()
                .postgres()
                .number("select coalesce(sum(row_count), 0) from event_log.entry");
    }

    /// Returns when the projections have seen it all.
    static void toAtLeast(Stage stage, long events) throws Exception {
        for (long stored = stored(stage); stored < events; stored = stored(stage)) {
            long step = Math.min(STEP, events - stored);
            try (var load = new Load(stage.server(), LoadShape.BATCHES)) {
                load.send(step);
                stage.awaitProjections(load.position());
            }
            System.out.printf("  %,d events are stored%n", stored(stage));
        }
    }
}
