package io.tallystick.command.group;

import io.tallystick.eventstore.DerivedFacts;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.LogPages;
import io.tallystick.eventstore.PostgresEventStorageEngine;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs all groups on this node: before the first request is taken and until the last one is
/// answered.
@Component
public class LogGroups implements SmartLifecycle {

    private static final int AROUND_THE_WEB_SERVER = 0;
    private static final long END_MAX_MILLISECONDS = 5_000;

    private final List<LogWork> works;
    private final PostgresEventStorageEngine engine;
    private final ConnectionProvider connections;
    private final DerivedFacts derived;
    private final LogHead head;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final List<Running> running = new ArrayList<>();

    LogGroups(
            List<LogWork> works,
            PostgresEventStorageEngine engine,
            ConnectionProvider connections,
            DerivedFacts derived,
            LogHead head,
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager) {
        this.works = works;
        this.engine = engine;
        this.connections = connections;
        this.derived = derived;
        this.head = head;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    private record Running(LogGroup group, LogPages pages, Thread thread) {}

    @Override
    public synchronized void start() {
        for (LogWork work : works) {
            var pages = new LogPages(engine, connections, head);
            var group = new LogGroup(work, pages, derived, head, jdbc, transactions);
            Thread thread = Thread.ofPlatform().name("group-" + work.name()).start(group);
            running.add(new Running(group, pages, thread));
        }
    }

    @Override
    public synchronized void stop() {
        running.forEach(each -> each.group().stop());
        for (Running each : running) {
            end(each);
        }
        running.clear();
    }

    private static void end(Running each) {
        try {
            each.thread().join(END_MAX_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        each.pages().close();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    @Override
    public int getPhase() {
        return AROUND_THE_WEB_SERVER;
    }
}
