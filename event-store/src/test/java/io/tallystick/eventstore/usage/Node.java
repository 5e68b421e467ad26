package io.tallystick.eventstore.usage;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/// What one running installation has of the usage lane: an appender with connections of its own.
final class Node implements AutoCloseable {

    private final HikariDataSource pool;
    private final LogHead head;
    private final UsageAppender appender;

    Node(TestDatabase database) {
        this(database, UnaryOperator.identity());
    }

    Node(TestDatabase database, UnaryOperator<DataSource> trouble) {
        pool = database.appenderDataSource();
        head = new LogHead(pool);
        appender = new UsageAppender(trouble.apply(pool), head);
    }

    Node start() {
        appender.start();
        return this;
    }

    LogHead head() {
        return head;
    }

    CompletableFuture<List<UsageOutcome>> send(List<UsageRow> rows) {
        return appender.append(rows, Usage.origin("request", rows.size()));
    }

    CompletableFuture<List<UsageOutcome>> send(List<UsageRow> rows, IngestOrigin origin) {
        return appender.append(rows, origin);
    }

    List<UsageOutcome> append(UsageRow... rows) throws Exception {
        return send(List.of(rows)).get(20, TimeUnit.SECONDS);
    }

    void stop() {
        appender.close();
    }

    @Override
    public void close() {
        appender.close();
        pool.close();
    }
}
