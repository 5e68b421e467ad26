package io.tallystick.bench.claim;

import io.tallystick.bench.load.Load;
import io.tallystick.bench.load.LoadShape;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.Postgres;
import java.util.List;
import java.util.Map;

/// Bytes on disk and in the write-ahead log.
final class SizeClaim implements Claim {

    static final String SENT = "HTTP and every projection";
    static final String LOG_BYTES_PER_EVENT = "log bytes per event";

    private static final String LOG_BYTES = bytesOf("event_log");
    private static final String READ_MODEL_BYTES = bytesOf("read_model");

    private static String bytesOf(String schema) {
        return "select sum(pg_total_relation_size(oid)) from pg_class where relkind in ('r', 'm') and relnamespace = '"
                + schema
                + "'::regnamespace";
    }

    @Override
    public String name() {
        return "size";
    }

    @Override
    public String question() {
        return "How many bytes does an event take, its share of every index included?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        Filling.toAtLeast(stage, stage.events());
        return stage.besideCopy(new Case(SENT, () -> sent(stage)));
    }

    /// The log is weighed as a whole, the write-ahead log only while this runs. Projections write
    /// to it too.
    private static Sample sent(Stage stage) throws Exception {
        Postgres postgres = stage.server().postgres();
        try (var load = new Load(stage.server(), LoadShape.BATCHES)) {
            long before = postgres.walBytes();
            Sample sample =
                    stage.time(
                            stage.events(),
                            () -> {
                                load.send(stage.events());
                                stage.awaitProjections(load.position());
                            });
            double wal = postgres.walBytes() - before;
            double stored = Filling.stored(stage);
            return sample.with(
                    Map.of(
                            LOG_BYTES_PER_EVENT,
                            postgres.number(LOG_BYTES) / stored,
                            "read model bytes per event",
                            postgres.number(READ_MODEL_BYTES) / stored,
                            "WAL bytes per event, projections included",
                            wal / stage.events()));
        }
    }
}
