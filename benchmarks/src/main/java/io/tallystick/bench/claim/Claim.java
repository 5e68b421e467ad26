package io.tallystick.bench.claim;

import io.tallystick.bench.measure.CaseResult;
import java.util.List;

/// A question about speed that has one answer.
public interface Claim {

    /// What the launcher calls it.
    String name();

    String question();

    /// Whether it is about how much is stored, and so wants a server with nothing.
    default boolean beginsWithNothing() {
        return false;
    }

    List<CaseResult> measure(Stage stage) throws Exception;
}
