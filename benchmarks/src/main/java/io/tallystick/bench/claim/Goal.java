package io.tallystick.bench.claim;

import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.ClaimResult;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// What was promised, and where in the results it is found.
///
/// @param wanted and [#reach] are words; nothing fails when they are missed, since the machine is
///   part of every number
public record Goal(
        String name,
        String wanted,
        String reach,
        String claim,
        ToDoubleFunction<List<CaseResult>> figure) {

    public static final List<Goal> ALL =
            List.of(
                    ratio("append engine ÷ COPY", "≥ 0.85", "", "engine", EngineClaim.ROWS),
                    ratio(
                            "HTTP batches → durable ÷ COPY",
                            "≥ 0.50",
                            "0.70",
                            "http",
                            HttpClaim.BATCHES),
                    ratio(
                            "the same, every projection caught up ÷ COPY",
                            "≥ 0.35",
                            "0.50",
                            "projected",
                            ProjectedClaim.PROJECTED),
                    ratio("replay ÷ COPY OUT", "≥ 0.20", "0.35", "replay", ReplayClaim.REPLAY),
                    between(
                            "append engine ÷ stock engine, 1,000 per transaction",
                            "≥ 2.5",
                            StockClaim.BATCHED),
                    between(
                            "append engine ÷ stock engine, 1 per transaction × 8 threads",
                            "≥ 20",
                            StockClaim.SINGLE),
                    new Goal(
                            "single-event requests from 64 connections, per second",
                            "≥ 8,000",
                            "15,000",
                            "http",
                            cases -> named(cases, HttpClaim.SINGLES).eventsPerSecond()),
                    figure(
                            "acknowledged → on the dashboard under full load, p99, ms",
                            "≤ 1,000",
                            "300",
                            "projected",
                            ProjectedClaim.WATCHED,
                            "lag p99 ms"),
                    figure(
                            "bytes on disk per event, indexes included",
                            "≤ 350",
                            "150",
                            "size",
                            SizeClaim.SENT,
                            SizeClaim.LOG_BYTES_PER_EVENT));

    /// Empty when the claim was not run.
    public OptionalDouble measured(List<ClaimResult> results) {
        return results.stream()
                .filter(result -> result.claim().equals(claim))
                .mapToDouble(result -> figure.applyAsDouble(result.cases()))
                .findFirst();
    }

    private static Goal ratio(
            String name, String wanted, String reach, String claim, String measured) {
        return new Goal(name, wanted, reach, claim, cases -> named(cases, measured).ratioToCopy());
    }

    private static Goal between(String name, String wanted, String stock) {
        return new Goal(
                name,
                wanted,
                "",
                "engine",
                cases ->
                        named(cases, EngineClaim.ROWS).eventsPerSecond()
                                / named(cases, stock).eventsPerSecond());
    }

    private static Goal figure(
            String name,
            String wanted,
            String reach,
            String claim,
            String measured,
            String figure) {
        return new Goal(
                name,
                wanted,
                reach,
                claim,
                cases -> named(cases, measured).figures().getOrDefault(figure, Double.NaN));
    }

    private static CaseResult named(List<CaseResult> cases, String name) {
        return cases.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case is called " + name));
    }
}
