package io.tallystick.projections.testing;

import io.tallystick.eventstore.EventSerializer;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.LogMessageSource;
import io.tallystick.eventstore.PostgresEventStorageEngine;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.IngestOrigin;
import io.tallystick.eventstore.usage.KeyWindows;
import io.tallystick.eventstore.usage.UsageAppender;
import io.tallystick.eventstore.usage.UsageOutcome;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.eventstore.usage.UsageRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/// All projections on a log that a test writes. Made of the same parts as the product: Axon's
/// processors, the token store, the appender.
public final class RunningProjections implements AutoCloseable {

    private static final long CLAIM_EXTENSION_MILLISECONDS = 250;
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_NANOSECONDS = 2_000_000;

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
    private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(2);
    private final Map<String, PooledStreamingEventProcessor> processors = new TreeMap<>();
    private final DataSource dataSource;
    private final PostgresEventStorageEngine engine;
    private final LogHead head;
    private final UsageAppender appender;

    /// @param batchMessages chunks and facts per transaction
    public RunningProjections(TestDatabase database, int batchMessages) {
        dataSource = database.dataSource();
        var proxy = new TransactionAwareDataSourceProxy(dataSource);
        var transactions =
                new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        var connections = new SpringDataSourceConnectionProvider(dataSource);
        var tokenSerializer = tokenSerializer();
        head = new LogHead(dataSource).start();
        engine =
                new PostgresEventStorageEngine(
                        connections, transactions, head, new EventSerializer(), tokenSerializer);
        DataSource appending = database.appenderDataSource();
        appender = new UsageAppender(appending, head, new KeyWindows(appending)).start();
        context.registerBean(DSLContext.class, () -> DSL.using(proxy, SQLDialect.POSTGRES));
        context.registerBean(UsageReader.class, () -> new UsageReader(proxy));
        context.scan("io.tallystick.projections");
        context.refresh();
        var tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(tokenSerializer)
                        .schema(
                                TokenSchema.builder()
                                        .setTokenTable("read_model.token_entry")
                                        .setProcessorNameColumn("processor_name")
                                        .setTokenTypeColumn("token_type")
                                        .build())
                        .build();
        context.getBeansWithAnnotation(ProcessingGroup.class)
                .values()
                .forEach(projector -> {
                    String name = nameOf(projector);
                    processors.put(
                            name,
                            PooledStreamingEventProcessor.builder()
                                    .name(name)
                                    .eventHandlerInvoker(
                                            SimpleEventHandlerInvoker.builder()
                                                    .eventHandlers(projector)
                                                    .listenerInvocationErrorHandler(
                                                            PropagatingErrorHandler.instance())
                                                    .build())
                                    .messageSource(new LogMessageSource(engine, head))
                                    .tokenStore(tokens)
                                    .transactionManager(transactions)
                                    .errorHandler(PropagatingErrorHandler.instance())
                                    .coordinatorExecutor(coordinator)
                                    .workerExecutor(worker)
                                    .initialSegmentCount(1)
                                    .initialToken(tail -> new GlobalSequenceTrackingToken(0))
                                    .batchSize(batchMessages)
                                    .claimExtensionThreshold(CLAIM_EXTENSION_MILLISECONDS)
                                    .build());
                });
    }

    /// Jackson 3 reads the token of a replay only when it is told that the class is harmless.
    private static Serializer tokenSerializer() {
        var axonsOwn =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(axonsOwn))
                .build();
    }

    private static String nameOf(Object projector) {
        ProcessingGroup group =
                AnnotationUtils.findAnnotation(projector.getClass(), ProcessingGroup.class);
        if (group == null) {
            throw new IllegalStateException(projector + " has no processing group");
        }
        return group.value();
    }

    public RunningProjections start() {
        processors.values().forEach(PooledStreamingEventProcessor::start);
        return this;
    }

    /// Appends the rows as one chunk and returns its position.
    public long usage(List<UsageRow> rows) {
        var origin = new IngestOrigin(new UUID(0, 0), "system", "test", "test", rows.size());
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

    /// Appends a fact and returns its position.
    public long fact(Object payload) {
        engine.appendEvents(List.of(GenericEventMessage.asEventMessage(payload)));
        return head.refresh();
    }

    public void awaitAll(long position) {
        processors.keySet().forEach(name -> await(name, position));
    }

    private void await(String name, long position) {
        long deadline = System.nanoTime() + CAUGHT_UP_WITHIN.toNanos();
        while (position(name) < position) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " is at " + position(name));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOSECONDS);
        }
    }

    /// As committed; what a processor says of itself may not be.
    private long position(String name) {
        return JdbcClient.create(dataSource)
                .sql(
                        """
                        select coalesce(min(coalesce(token -> 'currentToken', token) ->> 'globalIndex')::bigint, 0)
                        from (select convert_from(token, 'UTF8')::jsonb as token
                              from read_model.token_entry where processor_name = :name) as entry
                        """)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private PooledStreamingEventProcessor processor(String name) {
        return Objects.requireNonNull(processors.get(name), name);
    }

    /// Stops the projection and empties it; [#start] begins anew.
    public void reset(String name) {
        PooledStreamingEventProcessor processor = processor(name);
        processor.shutDown();
        processor.resetTokens();
    }

    @Override
    public void close() {
        processors.values().forEach(PooledStreamingEventProcessor::shutDown);
        appender.close();
        head.close();
        coordinator.shutdownNow();
        worker.shutdownNow();
        context.close();
    }
}
