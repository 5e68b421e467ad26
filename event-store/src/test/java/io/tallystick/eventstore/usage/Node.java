package io.tallystick.eventstore.usage;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/// What one running installation has of the usage lane: an appender with connections of its own.
final class Node implements AutoCloseable {

    private static final int WINDOW_KEYS = 500;
    private static final long FILTERS = 3;

    private final HikariDataSource pool;
    private final LogHead head;
    private final KeyWindows windows;
    private final UsageAppender appender;

    Node(TestDatabase database) {
        this(database, UnaryOperator.identity());
    }

    Node(TestDatabase database, UnaryOperator<DataSource> trouble) {
        this(database, trouble, RevokedActors.NONE);
    }

    Node(TestDatabase database, UnaryOperator<DataSource> trouble, RevokedActors revoked) {
        pool = database.appenderDataSource();
        head = new LogHead(pool);
        windows = windows(pool);
        appender = new UsageAppender(trouble.apply(pool), head, windows, revoked);
    }

    /// Windows so small that a test sees many of them, and filters of only some.
    static KeyWindows windows(DataSource pool) {
        return new KeyWindows(pool, WINDOW_KEYS, FILTERS * WINDOW_KEYS * KeyFilter.BYTES_PER_KEY);
    }

    Node start() {
        windows.start();
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

    Map<Hash128, StoredKey> find(List<Hash128> keys) {
        return new KeyIndex(pool, windows).find(keys);
    }

    void stop() {
        appender.close();
    }

    @Override
    public void close() {
        appender.close();
        windows.close();
        pool.close();
    }
}
