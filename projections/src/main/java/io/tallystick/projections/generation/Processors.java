package io.tallystick.projections.generation;

import io.tallystick.projections.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Axon's processors of this node, one per generation that runs. They share their threads: a
/// segment works one batch at a time and goes to the end of the queue, so a rebuild leaves every
/// other projection its turn.
final class Processors implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Processors.class);

    private static final int COORDINATORS = 2;
    private static final int WORKERS_MIN = 4;
    private static final int WORKERS_MAX = 16;

    /// A segment that has nothing to do says so often enough that nobody takes it for dead.
    private static final long CLAIM_EXTENSION_MILLISECONDS = 250;

    /// A segment that is free is found after it, and one too many is given back.
    private static final long CLAIM_INTERVAL_MILLISECONDS = 500;

    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final Engine engine;
    private final Nodes nodes;
    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService workers;
    private final Map<String, PooledStreamingEventProcessor> running = new HashMap<>();
    private final List<CompletableFuture<Void>> stopping = new ArrayList<>();

    /// @param segments of all projections together
    Processors(Engine engine, Nodes nodes, int segments) {
        this.engine = engine;
        this.nodes = nodes;
        this.coordinators = threads("projection-reader-", COORDINATORS);
        // Each has a live generation and may have another that is built.
        this.workers = threads("projection-", Math.clamp(2L * segments, WORKERS_MIN, WORKERS_MAX));
    }

    private static ScheduledExecutorService threads(String name, int count) {
        return Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(name, 1).factory());
    }

    /// Starts what is wanted and does not run, and stops what runs and is not wanted.
    void run(Map<Generation, Projection> wanted) {
        List<String> names = wanted.keySet().stream().map(Generation::processorName).toList();
        running.entrySet()
                .removeIf(entry -> {
                    boolean surplus = !names.contains(entry.getKey());
                    if (surplus) {
                        stopping.add(entry.getValue().shutdownAsync());
                    }
                    return surplus;
                });
        stopping.removeIf(CompletableFuture::isDone);
        wanted.forEach((generation, projection) ->
                running.computeIfAbsent(
                        generation.processorName(), absent -> started(generation, projection)));
    }

    /// Lets this node claim at once what it has given back. Axon waits up to a minute before it
    /// claims such a segment again, which is too long when the node that took it is gone.
    void claimAgain() {
        running.values()
                .forEach(processor -> {
                    for (int segment : engine.tokens().fetchSegments(processor.getName())) {
                        if (!processor.processingStatus().containsKey(segment)) {
                            processor.releaseSegment(segment, -1, TimeUnit.MILLISECONDS);
                        }
                    }
                });
    }

    private PooledStreamingEventProcessor started(Generation generation, Projection projection) {
        var processor =
                PooledStreamingEventProcessor.builder()
                        .name(generation.processorName())
                        .eventHandlerInvoker(new EveryEntryInvoker(projection, generation.number()))
                        .errorHandler(PropagatingErrorHandler.instance())
                        .messageSource(engine.source())
                        .tokenStore(engine.tokens())
                        .transactionManager(engine.transactions())
                        .coordinatorExecutor(coordinators)
                        .workerExecutor(workers)
                        .initialToken(source -> new GlobalSequenceTrackingToken(0))
                        .batchSize(engine.batchMessagesMax())
                        .claimExtensionThreshold(CLAIM_EXTENSION_MILLISECONDS)
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLISECONDS)
                        .maxSegmentProvider(name -> nodes.share(generation.segments()))
                        .build();
        processor.start();
        return processor;
    }

    /// Every segment finishes its batch and gives its claim back, so that another node can go on at
    /// once.
    @Override
    public void close() {
        running.values().forEach(processor -> stopping.add(processor.shutdownAsync()));
        running.clear();
        try {
            CompletableFuture.allOf(stopping.toArray(CompletableFuture[]::new))
                    .get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("A projection did not stop within {}; its batch is rolled back", STOP_MAX, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        coordinators.shutdownNow();
        workers.shutdownNow();
    }
}
