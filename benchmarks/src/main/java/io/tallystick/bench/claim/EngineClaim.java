package io.tallystick.bench.claim;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.Postgres;
import io.tallystick.eventstore.EventSerializer;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.PostgresEventStorageEngine;
import io.tallystick.eventstore.usage.KeyWindows;
import io.tallystick.eventstore.usage.RevokedActors;
import io.tallystick.eventstore.usage.UsageAppender;
import io.tallystick.eventstore.usage.UsageRow;
import java.util.List;
import java.util.Map;

/// The append engine without HTTP, in this process, on an empty log. Encoding and the keys' hashes
/// are part of it; parsing is not. Axon's own engine runs in turn with it, because ratios between
/// two runs say little.
final class EngineClaim implements Claim {

    static final String ROWS = "append engine, 8 × 1,000 rows";
    static final String SINGLE_ROWS = "append engine, 64 threads × 1 row";

    private static final String DATABASE = "bench_engine";
    private static final int FACT_THREADS = 8;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String question() {
        return "How many events per second does the append engine store, without HTTP?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        int singles = stage.settings().number("singles");
        return stage.besideCopy(
                new Case(ROWS, () -> append(stage, stage.events(), 1_000, 8)),
                new Case(SINGLE_ROWS, () -> append(stage, singles, 1, 64)),
                new Case(
                        "facts, 1,000 per transaction",
                        () -> facts(stage, stage.events() / 4, 1_000, 1)),
                new Case(
                        "facts, 1 per transaction, 8 threads",
                        () -> facts(stage, singles / 2, 1, FACT_THREADS)),
                StockClaim.batched(stage),
                StockClaim.single(stage));
    }

    static Sample append(Stage stage, int rows, int perSubmission, int threads) throws Exception {
        Postgres postgres = stage.server().postgres();
        postgres.recreateLog(DATABASE);
        List<List<UsageRow>> submissions = UsageRows.submissions(rows, perSubmission);
        try (HikariDataSource pool = postgres.pool(DATABASE, 3, false);
                HikariDataSource readers = postgres.pool(DATABASE, 1, true);
                var head = new LogHead(readers).start();
                var windows = new KeyWindows(pool).start();
                var appender = new UsageAppender(pool, head, windows, RevokedActors.NONE).start()) {
            long before = postgres.walBytes();
            Sample sample =
                    stage.timeHere(
                            rows,
                            () ->
                                    Parallel.run(
                                            threads,
                                            submissions.size(),
                                            number ->
                                                    appender.append(
                                                                    submissions.get(number),
                                                                    UsageRows.origin(perSubmission))
                                                            .get()));
            double wal = postgres.walBytes() - before;
            return sample.with(Map.of("WAL bytes per event", wal / rows));
        }
    }

    private static Sample facts(Stage stage, int facts, int perTransaction, int threads)
            throws Exception {
        Postgres postgres = stage.server().postgres();
        postgres.recreateLog(DATABASE);
        try (HikariDataSource pool = postgres.pool(DATABASE, FACT_THREADS, false);
                HikariDataSource readers = postgres.pool(DATABASE, 1, true);
                var head = new LogHead(readers).start()) {
            var transactions = new Transactions(pool);
            var serializer = new EventSerializer();
            var engine =
                    new PostgresEventStorageEngine(
                            transactions, transactions, head, serializer, serializer);
            var load = new FactLoad(engine, transactions);
            return stage.timeHere(facts, () -> load.publish(facts, perTransaction, threads));
        }
    }
}
