package io.tallystick.bench.claim;

import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.measure.Stopwatch;
import io.tallystick.bench.server.Api;
import io.tallystick.bench.server.HttpConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// Whether who looks into the system log notices how long it is. Its entries are put into the
/// projection as rows: ten million facts would take the hours in which people make them.
final class LogClaim implements Claim {

    static final String NEWEST = "newest";
    static final String DEEP = "years back";
    static final String WALKED = "text that is nowhere";

    private static final long MICROS_MAX = 60_000_000;
    private static final long STEP = 500_000;
    private static final String LOG = "/api/v1/system-log";

    /// One a second, from the first of January 2020 on, of a thousand actors and a hundred
    /// customers.
    private static final String FILL =
            """
            insert into read_model.system_log_all
              (generation, tenant_id, position, ordinal, customer_id, type, action, occurred_at, actor_type, actor_id,
               actor_label, target_type, target_id, target_label, outcome, summary, before, after, key_id, request_id, ip,
               user_agent)
            select live.generation, customer.tenant_id, 1000000000 + number, 0, customer.customer_id,
                   case when number %% 100 = 0 then 'export' when number %% 10 = 0 then 'login' else 'data_change' end,
                   'access.CustomerDetailsChanged', timestamptz '2020-01-01 00:00:00Z' + number * interval '1 second',
                   'customer', 'actor-' || number %% 1000, 'Actor ' || number %% 1000, 'customer',
                   'target-' || number %% 100000, 'Target ' || number %% 100000, 'succeeded',
                   'Details of the customer Target ' || number %% 100000 || ' were changed.', '{"name": "Before"}',
                   '{"name": "After"}', gen_random_uuid()::text, gen_random_uuid()::text, '192.0.2.1',
                   'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'
            from generate_series(%d, %d) number
            join (select tenant_id, customer_id, row_number() over (order by key) - 1 as place from work.customer) customer
              on customer.place = number %% (select count(*) from work.customer),
            (select generation from read_model.projection_generation
             where projection = 'system-log' and state = 'live') live
            """;

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put(NEWEST, LOG);
        QUESTIONS.put(DEEP, LOG + "?to=2020-01-02T00:00:00Z");
        QUESTIONS.put("one type", LOG + "?type=export");
        QUESTIONS.put("one actor", LOG + "?actor=actor-7");
        QUESTIONS.put("one target", LOG + "?target=target-7");
        QUESTIONS.put("one customer", "/api/v1/customers/" + Api.customer(7) + "/system-log");
        QUESTIONS.put("three conditions", LOG + "?actor=actor-7&type=login&q=target");
        QUESTIONS.put(WALKED, LOG + "?q=nowhere");
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String question() {
        return "How long does a page of the system log take?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        List<CaseResult> results = new ArrayList<>();
        for (long size : GrowthClaim.sizes(stage.settings().text("log-entries"))) {
            fill(stage, size);
            results.addAll(stage.alternate(List.of(new Case(at(size), () -> ask(stage)))));
        }
        return results;
    }

    static String at(long size) {
        return "pages of 50 at %,d entries".formatted(size);
    }

    private static void fill(Stage stage, long size) throws Exception {
        var postgres = stage.server().postgres();
        long stored =
                postgres.number(
                        "select coalesce(max(position), 1000000000) - 1000000000 from read_model.system_log_all where position > 1000000000");
        try (var connection = postgres.product();
                var statement = connection.createStatement()) {
            for (long from = stored + 1; from <= size; from += STEP) {
                statement.execute(FILL.formatted(from, Math.min(size, from + STEP - 1)));
                System.out.printf("  %,d entries%n", Math.min(size, from + STEP - 1));
            }
            statement.execute("vacuum analyze read_model.system_log_all");
        }
    }

    /// A page counts as an event here.
    private static Sample ask(Stage stage) throws Exception {
        Map<String, Histogram> times = new TreeMap<>();
        try (var http = new HttpConnection(stage.server().port())) {
            var watch = new Stopwatch(stage.server().meter());
            long end =
                    System.nanoTime() + stage.settings().number("query-seconds") * 1_000_000_000L;
            long pages = 0;
            while (System.nanoTime() < end) {
                for (var question : QUESTIONS.entrySet()) {
                    long start = System.nanoTime();
                    http.get(question.getValue()).orFail();
                    times.computeIfAbsent(question.getKey(), _ -> new Histogram(MICROS_MAX, 3))
                            .recordValue((System.nanoTime() - start) / 1_000);
                    pages++;
                }
            }
            Sample sample = watch.stop(pages);
            Map<String, Double> figures = new TreeMap<>();
            times.forEach((name, micros) -> figures.putAll(Percentiles.millis(name, micros)));
            return sample.with(figures);
        }
    }
}
