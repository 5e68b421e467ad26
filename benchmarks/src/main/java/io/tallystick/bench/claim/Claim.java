package io.tallystick.bench.claim;

import io.tallystick.bench.measure.CaseResult;
import java.util.List;

/// A question about speed that has one answer.
public interface Claim {

    /// What the launcher calls it.
    String name();

    String question();

    List<CaseResult> measure(Stage stage) throws Exception;
}
