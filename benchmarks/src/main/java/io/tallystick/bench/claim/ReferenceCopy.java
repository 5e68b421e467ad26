package io.tallystick.bench.claim;

import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The yardstick: binary COPY of rows that were encoded before the clock started, 1,000 per
/// transaction, into a table with a bigint key, a unique 16-byte key and 150 bytes of data. The
/// table is empty each time, which is the yardstick's advantage.
final class ReferenceCopy {

    static final String DATABASE = "bench_copy";

    /// The name of its case in every result.
    static final String CASE = "COPY, 1 writer";

    /// A uuid is the cheapest unique key of 16 bytes that PostgreSQL has.
    private static final String TABLE =
            """
            drop table if exists reference;
            create table reference (position bigint primary key, key uuid not null unique, data bytea not null)
            """;

    private static final int FILLED_AT_ONCE = 200_000;

    private static final String COPY =
            "copy reference (position, key, data) from stdin with (format binary)";

    private final Postgres postgres;

    ReferenceCopy(Postgres postgres) {
        this.postgres = postgres;
    }

    Case oneWriter(Stage stage) {
        return new Case(CASE, () -> run(stage, 1));
    }

    Case twoWriters(Stage stage) {
        return new Case("COPY, 2 writers", () -> run(stage, 2));
    }

    private Sample run(Stage stage, int writers) throws Exception {
        recreateTable();
        List<byte[]> transactions = ReferenceRows.transactions(0, stage.events());
        return stage.timeHere(stage.events(), () -> copy(transactions, writers));
    }

    /// Leaves the rows there, for whoever reads them next. There may be more than fit into memory.
    void fill(int events) throws Exception {
        recreateTable();
        for (int first = 0; first < events; first += FILLED_AT_ONCE) {
            int rows = Math.min(FILLED_AT_ONCE, events - first);
            copy(ReferenceRows.transactions(first, rows), 1);
        }
    }

    private void recreateTable() throws SQLException {
        if (postgres.number("select count(*) from pg_database where datname = '" + DATABASE + "'")
                == 0) {
            postgres.recreate(DATABASE);
        }
        try (var connection = postgres.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    private void copy(List<byte[]> transactions, int writers) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                running.add(threads.submit(() -> write(transactions, next)));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }
    }

    private Void write(List<byte[]> transactions, AtomicInteger next) throws SQLException {
        try (Connection connection = postgres.connect(DATABASE)) {
            connection.setAutoCommit(false);
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int i = next.getAndIncrement();
                    i < transactions.size();
                    i = next.getAndIncrement()) {
                CopyIn copy = copies.copyIn(COPY);
                byte[] rows = transactions.get(i);
                copy.writeToCopy(rows, 0, rows.length);
                copy.endCopy();
                connection.commit();
            }
        }
        return null;
    }
}
