package io.tallystick.bench.claim;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.Postgres;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/// Axon's own JDBC engine with its own schema and defaults.
final class StockClaim implements Claim {

    static final String BATCHED = "stock engine, 1,000 per transaction";
    static final String SINGLE = "stock engine, 1 per transaction, 8 threads";

    private static final String DATABASE = "bench_stock";
    private static final int THREADS = 8;

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public String question() {
        return "How many events per second does Axon's own JDBC engine store?";
    }

    @Override
    public List<CaseResult> measure(Stage stage) throws Exception {
        return stage.besideCopy(batched(stage), single(stage));
    }

    static Case batched(Stage stage) {
        return new Case(BATCHED, () -> publish(stage, stage.events(), 1_000, 1));
    }

    static Case single(Stage stage) {
        int singles = stage.settings().number("singles");
        return new Case(SINGLE, () -> publish(stage, singles, 1, THREADS));
    }

    private static Sample publish(Stage stage, int facts, int perTransaction, int threads)
            throws Exception {
        Postgres postgres = stage.server().postgres();
        postgres.recreate(DATABASE);
        try (HikariDataSource pool = postgres.pool(DATABASE, THREADS, false)) {
            var transactions = new Transactions(pool);
            Jackson3Serializer serializer = Jackson3Serializer.builder().build();
            JdbcEventStorageEngine engine =
                    JdbcEventStorageEngine.builder()
                            .connectionProvider(transactions)
                            .transactionManager(transactions)
                            .eventSerializer(serializer)
                            .snapshotSerializer(serializer)
                            .build();
            transactions.executeInTransaction(
                    () -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
            var load = new FactLoad(engine, transactions);
            return stage.timeHere(facts, () -> load.publish(facts, perTransaction, threads));
        }
    }
}
