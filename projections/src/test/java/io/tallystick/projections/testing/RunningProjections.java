package io.tallystick.projections.testing;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
import static io.tallystick.readmodel.Tables.PROJECTION_SEGMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;

import io.tallystick.events.audit.AccessLine;
import io.tallystick.eventstore.AccessAppender;
import io.tallystick.eventstore.AccessReader;
import io.tallystick.eventstore.EventSerializer;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.LogMessageSource;
import io.tallystick.eventstore.PostgresEventStorageEngine;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.IngestOrigin;
import io.tallystick.eventstore.usage.KeyWindows;
import io.tallystick.eventstore.usage.RevokedActors;
import io.tallystick.eventstore.usage.UsageAppender;
import io.tallystick.eventstore.usage.UsageOutcome;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.projections.Projection;
import io.tallystick.projections.generation.Engine;
import io.tallystick.projections.generation.GenerationTokens;
import io.tallystick.projections.generation.Generations;
import io.tallystick.projections.generation.ProjectionRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// All projections on a log that a test writes, run by the product's own runner.
public final class RunningProjections implements AutoCloseable {

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_NANOSECONDS = 2_000_000;
    private static final AtomicInteger NODES = new AtomicInteger();

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final List<Projection> projections = new ArrayList<>();
    private final DSLContext sql;
    private final Generations generations;
    private final ProjectionRunner runner;
    private final PostgresEventStorageEngine engine;
    private final LogHead head;
    private final UsageAppender appender;
    private final AccessAppender accesses;

    /// @param batchMessages chunks and facts per transaction
    public RunningProjections(TestDatabase database, int batchMessages) {
        this(database, batchMessages, sql -> List.of());
    }

    /// @param others projections of the test, on the connections of their transactions
    public RunningProjections(
            TestDatabase database,
            int batchMessages,
            Function<DSLContext, List<Projection>> others) {
        DataSource dataSource = database.dataSource();
        var proxy = new TransactionAwareDataSourceProxy(dataSource);
        var transactions =
                new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        var connections = new SpringDataSourceConnectionProvider(dataSource);
        var tokenSerializer = Jackson3Serializer.builder().build();
        head = new LogHead(dataSource).start();
        engine =
                new PostgresEventStorageEngine(
                        connections, transactions, head, new EventSerializer(), tokenSerializer);
        DataSource appending = database.appenderDataSource();
        appender =
                new UsageAppender(appending, head, new KeyWindows(appending), RevokedActors.NONE)
                        .start();
        accesses = new AccessAppender(appending, head);
        context.registerBean(DSLContext.class, () -> DSL.using(proxy, SQLDialect.POSTGRES));
        context.registerBean(UsageReader.class, () -> new UsageReader(proxy));
        context.registerBean(AccessReader.class, () -> new AccessReader(proxy));
        context.scan("io.tallystick.projections");
        context.refresh();
        sql = context.getBean(DSLContext.class);
        var parts =
                new Engine(
                        sql,
                        transactions,
                        new LogMessageSource(engine, head),
                        new GenerationTokens(
                                connections, tokenSerializer, "node-" + NODES.incrementAndGet()),
                        batchMessages);
        projections.addAll(context.getBeansOfType(Projection.class).values());
        projections.addAll(others.apply(sql));
        generations = new Generations(sql, transactions);
        runner = new ProjectionRunner(projections, parts, generations);
    }

    public RunningProjections start() {
        runner.start();
        return this;
    }

    public LogHead head() {
        return head;
    }

    /// As when the process ends; [#start] goes on.
    public void stop() {
        runner.close();
    }

    /// Appends the rows as one chunk and returns its position.
    public long usage(List<UsageRow> rows) {
        var origin =
                new IngestOrigin(new UUID(0, 0), null, "system", "test", "test", null, rows.size());
        return appender.append(rows, origin).join().stream()
                .mapToLong(RunningProjections::accepted)
                .max()
                .orElseThrow();
    }

    private static long accepted(UsageOutcome outcome) {
        if (outcome instanceof Accepted(var ref)) {
            return ref.position();
        }
        throw new IllegalStateException("the log answered " + outcome);
    }

    /// Appends access records as one chunk and returns its position.
    public long accesses(AccessLine... lines) {
        accesses.append(UUID.randomUUID(), List.of(lines));
        return head.refresh();
    }

    /// Appends a fact and returns its position.
    public long fact(Object payload) {
        engine.appendEvents(List.of(GenericEventMessage.asEventMessage(payload)));
        return head.refresh();
    }

    public void awaitAll(long position) {
        projections.forEach(projection ->
                await(
                        projection.name() + " at " + position,
                        () -> position(projection.name()) >= position));
    }

    private static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + CAUGHT_UP_WITHIN.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOSECONDS);
        }
    }

    /// Where readers see the projection, as committed; what a processor says of itself may not be.
    public long position(String projection) {
        return sql.select(coalesce(min(PROJECTION_SEGMENT.POSITION), inline(0L)))
                .from(PROJECTION_SEGMENT)
                .where(PROJECTION_SEGMENT.PROJECTION.eq(projection))
                .and(PROJECTION_SEGMENT.STATE.eq("live"))
                .fetchSingle(row -> row.value1());
    }

    /// Begins a rebuild.
    ///
    /// @return false when one is running
    public boolean rebuild(String projection) {
        boolean begun = generations.build(runner.find(projection).orElseThrow());
        runner.wake();
        return begun;
    }

    /// Ends a rebuild.
    ///
    /// @return false when none is running
    public boolean cancel(String projection) {
        boolean cancelled = generations.cancel(runner.find(projection).orElseThrow());
        runner.wake();
        return cancelled;
    }

    /// Returns when the rebuild is live and the rows of the generation before are gone.
    public void awaitRebuilt(String projection) {
        await(
                "the rebuild of " + projection,
                () ->
                        sql.fetchCount(
                                        PROJECTION_GENERATION,
                                        PROJECTION_GENERATION.PROJECTION.eq(projection),
                                        PROJECTION_GENERATION.STATE.in("building", "retired"))
                                == 0);
    }

    @Override
    public void close() {
        runner.close();
        appender.close();
        head.close();
        context.close();
    }
}
