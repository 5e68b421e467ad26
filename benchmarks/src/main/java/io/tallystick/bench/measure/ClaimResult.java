package io.tallystick.bench.measure;

import java.util.List;
import java.util.Map;

/// What one claim measured, as it is kept in `benchmarks/target/results`.
///
/// @param settings the sizes that were chosen; smaller ones waver more
public record ClaimResult(
        String claim,
        String question,
        Machine machine,
        Map<String, String> settings,
        List<CaseResult> cases) {}
