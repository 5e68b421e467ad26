package io.tallystick.bench.claim;

import io.tallystick.bench.measure.CaseResult;
import java.util.List;

/// What PostgreSQL can do at best, and whether a second writer makes more of it.
final class CopyClaim implements Claim {

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String question() {
        return "How many rows per second does PostgreSQL take at best?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        return stage.besideCopy(new ReferenceCopy(stage.server().postgres()).twoWriters(stage));
    }
}
