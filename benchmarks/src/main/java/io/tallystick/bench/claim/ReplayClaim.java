package io.tallystick.bench.claim;

import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import java.io.OutputStream;
import java.util.List;
import org.postgresql.PGConnection;

/// A replay of the usage projection against reading as many rows of the yardstick's table.
final class ReplayClaim implements Claim {

    static final String REPLAY = "replay of usage";

    private static final String COPY_OUT =
            "copy (select position, key, data from reference) to stdout with (format binary)";

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String question() {
        return "How fast is the usage projection computed anew from the log?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        Filling.toAtLeast(stage, stage.events());
        int rows = Math.toIntExact(Filling.stored(stage));
        new ReferenceCopy(stage.server().postgres()).fill(rows);
        return stage.alternate(
                List.of(
                        new Case("COPY to STDOUT", () -> copyOut(stage, rows)),
                        new Case(REPLAY, () -> replay(stage, rows))));
    }

    private static Sample copyOut(Stage stage, int rows) throws Exception {
        try (var connection = stage.server().postgres().connect(ReferenceCopy.DATABASE)) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            return stage.timeHere(
                    rows, () -> copies.copyOut(COPY_OUT, OutputStream.nullOutputStream()));
        }
    }

    private static Sample replay(Stage stage, int rows) throws Exception {
        try (var api = stage.api()) {
            return stage.time(rows, () -> api.replay("usage"));
        }
    }
}
