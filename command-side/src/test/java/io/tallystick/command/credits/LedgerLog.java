package io.tallystick.command.credits;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.eventstore.DerivedFacts;
import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.EventSerializer;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.LogPages;
import io.tallystick.eventstore.LogPages.Entry;
import io.tallystick.eventstore.PostgresEventStorageEngine;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.eventstore.usage.IngestOrigin;
import io.tallystick.eventstore.usage.KeyWindows;
import io.tallystick.eventstore.usage.RevokedActors;
import io.tallystick.eventstore.usage.UsageAppender;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.eventstore.usage.UsageRow;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/// A log with its ledger, which the test walks step by step.
final class LedgerLog implements AutoCloseable {

    static final UUID TENANT = Partners.DEFAULT;

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.WORK);
    private final HikariDataSource appending = database.appenderDataSource();
    private final LogHead head = new LogHead(database.dataSource());
    private final KeyWindows windows = new KeyWindows(appending).start();
    private final UsageAppender appender =
            new UsageAppender(appending, head, windows, RevokedActors.NONE).start();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final TransactionTemplate transactions;
    private final DerivedFacts facts;
    private final LogPages pages;
    private final UsageReader usage;

    LedgerLog() {
        var manager = new DataSourceTransactionManager(database.dataSource());
        var connections = new SpringDataSourceConnectionProvider(database.dataSource());
        var serializer = new EventSerializer();
        var engine =
                new PostgresEventStorageEngine(
                        connections,
                        new SpringTransactionManager(manager),
                        head,
                        serializer,
                        serializer);
        transactions = new TransactionTemplate(manager);
        facts = new DerivedFacts(connections, serializer);
        pages = new LogPages(engine, connections, head);
        usage = new UsageReader(new TransactionAwareDataSourceProxy(database.dataSource()));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    UsageReader usage() {
        return usage;
    }

    void customer(UUID customerId) {
        jdbc.sql(
                        """
                        insert into work.customer (tenant_id, customer_id, key, time_zone, currency, country)
                        values (?, ?, ?, 'UTC', 'USD', 'US')
                        """)
                .params(TENANT, customerId, customerId.toString())
                .update();
        jdbc.sql("insert into work.credit_wallet (tenant_id, customer_id) values (?, ?)")
                .params(TENANT, customerId)
                .update();
    }

    OptionalLong append(List<Derived> wanted) {
        return inTransaction(() -> facts.append(wanted));
    }

    void use(List<UsageRow> rows) {
        var origin = new IngestOrigin(TENANT, null, "system", "test", "test", null, rows.size());
        appender.append(rows, origin).join();
    }

    List<Entry> after(long position, int limit) {
        return inTransaction(() -> pages.after(position, limit));
    }

    Ledger ledger(String schema) {
        return new Ledger(new LedgerTables(jdbc, schema), usage);
    }

    /// @return whether there was a page
    boolean step(Ledger ledger, int limit, boolean killed) {
        return inTransaction(() -> {
            long position = position();
            List<Entry> page = pages.after(position, limit);
            if (page.isEmpty()) {
                return false;
            }
            List<Derived> follows = ledger.apply(page);
            jdbc.sql("update work.log_group set position = ? where name = 'credits'")
                    .param(page.getLast().position())
                    .update();
            facts.append(follows);
            if (killed) {
                throw new Killed();
            }
            return true;
        });
    }

    long position() {
        return jdbc.sql("select position from work.log_group where name = 'credits'")
                .query(Long.class)
                .single();
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    <T> T inTransaction(Supplier<T> work) {
        T answer = transactions.execute(status -> work.get());
        if (answer == null) {
            throw new IllegalStateException("nothing was answered");
        }
        return answer;
    }

    @Override
    public void close() {
        appender.close();
        windows.close();
        pages.close();
        appending.close();
        database.close();
    }
}
