package io.tallystick.bench.claim;

import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.ClaimResult;
import java.util.List;
import java.util.NoSuchElementException;
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

    private static final long SMALL = 1_000_000;
    private static final long LARGE = 10_000_000;
    private static final long LARGEST = 50_000_000;
    private static final String P99 = " p99 ms";

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
                            "check of a key, p99, ms",
                            "≤ 1",
                            "",
                            "keys",
                            KeysClaim.LOOK_UP,
                            KeysClaim.CHECKED + P99),
                    ratio(
                            "HTTP batches with customers' keys ÷ with an operator's",
                            "≥ 0.90",
                            "",
                            "keys",
                            KeysClaim.CUSTOMERS),
                    figure(
                            "acknowledged → on the dashboard under full load, p99, ms",
                            "≤ 1,000",
                            "300",
                            "projected",
                            ProjectedClaim.WATCHED,
                            "lag p99 ms"),
                    ratio(
                            "HTTP batches with credits on for every customer ÷ with credits off",
                            "≥ 0.80",
                            "",
                            "credits",
                            CreditsClaim.ON),
                    figure(
                            "acknowledged → alert at 10,000 events/s, p99, ms",
                            "≤ 1,000",
                            "",
                            "credits",
                            CreditsClaim.ALERTED,
                            CreditsClaim.ALERT + P99),
                    figure(
                            "meter query while events arrive, 1 M stored, p99, ms",
                            "≤ 20",
                            "",
                            "query",
                            QueryClaim.paced(SMALL),
                            QueryClaim.METER + P99),
                    figure(
                            "dashboard while events arrive, 1 M stored, p99, ms",
                            "≤ 20",
                            "",
                            "query",
                            QueryClaim.paced(SMALL),
                            QueryClaim.DASHBOARD + P99),
                    new Goal(
                            "meter query p99, 10 M ÷ 1 M stored",
                            "≤ 1.2",
                            "",
                            "query",
                            cases ->
                                    latency(cases, LARGE, QueryClaim.METER)
                                            / latency(cases, SMALL, QueryClaim.METER)),
                    new Goal(
                            "dashboard p99, 10 M ÷ 1 M stored",
                            "≤ 1.2",
                            "",
                            "query",
                            cases ->
                                    latency(cases, LARGE, QueryClaim.DASHBOARD)
                                            / latency(cases, SMALL, QueryClaim.DASHBOARD)),
                    figure(
                            "page of the system log at 10 M entries, p99, ms",
                            "≤ 50",
                            "",
                            "log",
                            LogClaim.at(LARGE),
                            LogClaim.WALKED + P99),
                    new Goal(
                            "ingest at 50 M ÷ 1 M stored, each ÷ the COPY beside it",
                            "≥ 0.70",
                            "",
                            "growth",
                            cases ->
                                    named(cases, GrowthClaim.name(LARGEST)).ratioToCopy()
                                            / named(cases, GrowthClaim.name(SMALL)).ratioToCopy()),
                    figure(
                            "bytes on disk per event, indexes included",
                            "≤ 350",
                            "150",
                            "size",
                            SizeClaim.SENT,
                            SizeClaim.LOG_BYTES_PER_EVENT));

    /// Empty when the claim was not run, or not at the sizes that the goal is about.
    public OptionalDouble measured(List<ClaimResult> results) {
        try {
            return results.stream()
                    .filter(result -> result.claim().equals(claim))
                    .mapToDouble(result -> figure.applyAsDouble(result.cases()))
                    .findFirst();
        } catch (NoSuchElementException e) {
            return OptionalDouble.empty();
        }
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

    private static double latency(List<CaseResult> cases, long size, String query) {
        return named(cases, QueryClaim.paced(size)).figures().getOrDefault(query + P99, Double.NaN);
    }

    private static CaseResult named(List<CaseResult> cases, String name) {
        return cases.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no case is called " + name));
    }
}
