package io.tallystick.bench.claim;

import io.tallystick.bench.load.Load;
import io.tallystick.bench.load.LoadShape;
import io.tallystick.bench.load.Pace;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.measure.Stopwatch;
import io.tallystick.bench.server.Api;
import io.tallystick.bench.server.HttpConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// Whether who looks at a meter or at the dashboard notices that events arrive, and that many are
/// stored. One person asks the one and the other in turn, without a pause.
final class QueryClaim implements Claim {

    static final String METER = "meter";
    static final String DASHBOARD = "dashboard";

    private static final long MICROS_MAX = 60_000_000;
    private static final int DAYS = 30;

    /// Far below what the machine takes: who waits here waits for the query.
    private static final int PACED_EVENTS = 2_000;

    @Override
    public String name() {
        return "query";
    }

    @Override
    public boolean beginsWithNothing() {
        return true;
    }

    @Override
    public String question() {
        return "How long do meters and the dashboard take while events arrive?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        List<CaseResult> results = new ArrayList<>();
        for (long size : GrowthClaim.sizes(stage.settings().text("queries"))) {
            Filling.toAtLeast(stage, size);
            results.addAll(
                    stage.alternate(
                            List.of(
                                    new Case(idle(size), () -> ask(stage)),
                                    new Case(paced(size), () -> askWhile(stage, steady())))));
            // It stores millions, so it comes when the others have measured at this size.
            var full = new Case(full(size), () -> askWhile(stage, Pace.unlimited()));
            results.addAll(stage.alternate(List.of(full)));
        }
        return results;
    }

    static String idle(long size) {
        return "queries at %,d, nothing arrives".formatted(size);
    }

    static String paced(long size) {
        return "queries at %,d, %,d/s arrive".formatted(size, PACED_EVENTS);
    }

    static String full(long size) {
        return "queries at %,d, as many arrive as fit".formatted(size);
    }

    private static Pace steady() {
        return Pace.eventsPerSecond(PACED_EVENTS);
    }

    private static Sample askWhile(Stage stage, Pace pace) throws Exception {
        try (var load = new Load(stage.server(), LoadShape.BATCHES).at(pace)) {
            var clients = load.start();
            Sample sample = ask(stage);
            load.stop(clients);
            stage.awaitProjections(load.position());
            return sample.with(
                    Map.of("arrived per second", load.acknowledged() / sample.seconds()));
        }
    }

    /// A query counts as an event here.
    private static Sample ask(Stage stage) throws Exception {
        var meter = new Histogram(MICROS_MAX, 3);
        var dashboard = new Histogram(MICROS_MAX, 3);
        try (var http = new HttpConnection(stage.server().port())) {
            var watch = new Stopwatch(stage.server().meter());
            long end =
                    System.nanoTime() + stage.settings().number("query-seconds") * 1_000_000_000L;
            for (int number = 0; System.nanoTime() < end; number++) {
                String customer = Api.customer(number % Api.CUSTOMERS);
                time(http, meterQuery(customer), meter);
                time(http, "/api/v1/customers/" + customer + "/usage", dashboard);
            }
            Sample sample = watch.stop(meter.getTotalCount() + dashboard.getTotalCount());
            Map<String, Double> figures = new TreeMap<>(Percentiles.millis(METER, meter));
            figures.putAll(Percentiles.millis(DASHBOARD, dashboard));
            return sample.with(figures);
        }
    }

    private static void time(HttpConnection http, String path, Histogram micros) throws Exception {
        long start = System.nanoTime();
        http.get(path).orFail();
        micros.recordValue((System.nanoTime() - start) / 1_000);
    }

    private static String meterQuery(String customer) {
        Instant to = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        return "/api/v1/meters/voice_minutes/query?windowSize=DAY&windowTimeZone=America/New_York&subject=%s&from=%s&to=%s"
                .formatted(customer, to.minus(DAYS, ChronoUnit.DAYS), to);
    }
}
