package io.tallystick.projections.generation;

import io.tallystick.projections.Projection;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the processors of this node in step with the generations and the nodes in the database,
/// wherever they were changed: it starts rebuilds, swaps them once they have come up, and clears
/// what is retired. All of its state is in the tables, so whatever a node leaves half done the next
/// one goes on with.
public final class ProjectionRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    /// What other nodes changed is seen after it.
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private static final Duration POLL_INTERVAL_WHILE_BUILDING = Duration.ofMillis(50);

    private final Map<String, Projection> projections;
    private final Engine engine;
    private final Generations generations;
    private final Swap swap;
    private final Discard discard;
    private final Nodes nodes;
    private @Nullable Processors processors;
    private volatile @Nullable Thread follower;
    private volatile boolean open;

    public ProjectionRunner(
            Collection<Projection> projections, Engine engine, Generations generations) {
        this.projections =
                projections.stream()
                        .collect(Collectors.toMap(Projection::name, Function.identity()));
        this.engine = engine;
        this.generations = generations;
        this.swap = new Swap(engine.sql(), engine.transactions());
        this.discard = new Discard(engine.sql(), engine.transactions());
        this.nodes = new Nodes(engine.sql(), engine.tokens().node());
    }

    /// Returns when every projection has its generation and is being run.
    public synchronized ProjectionRunner start() {
        if (open) {
            return this;
        }
        projections.values().forEach(generations::register);
        int segments = projections.values().stream().mapToInt(Projection::segments).sum();
        var started = new Processors(engine, nodes, segments);
        processors = started;
        follow(started);
        open = true;
        follower = Thread.ofVirtual().name("projections").start(() -> run(started));
        return this;
    }

    public boolean isRunning() {
        return open;
    }

    /// Look now: this node has just changed a generation.
    public void wake() {
        LockSupport.unpark(follower);
    }

    /// The projection of a name that this version knows.
    public Optional<Projection> find(String name) {
        return Optional.ofNullable(projections.get(name));
    }

    private void run(Processors started) {
        while (open) {
            Duration pause = POLL_INTERVAL;
            try {
                pause = follow(started);
            } catch (RuntimeException e) {
                LOG.warn("The generations of projections could not be followed", e);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /// @return when to look again
    private Duration follow(Processors started) {
        if (nodes.look()) {
            started.claimAgain();
        }
        Map<Generation, Projection> wanted = new LinkedHashMap<>();
        for (Generation generation : generations.running()) {
            find(generation.projection())
                    .ifPresent(projection -> wanted.put(generation, projection));
        }
        started.run(wanted);
        boolean building = false;
        for (Generation generation : wanted.keySet()) {
            building |= generation.state() == Generation.State.BUILDING && !swapped(generation);
        }
        return clear() ? Duration.ZERO : building ? POLL_INTERVAL_WHILE_BUILDING : POLL_INTERVAL;
    }

    private boolean swapped(Generation generation) {
        boolean swapped = swap.attempt(generation.projection());
        if (swapped) {
            LOG.info("The rebuild {} is live", generation.processorName());
        }
        return swapped;
    }

    private boolean clear() {
        boolean more = false;
        for (Generation generation : generations.retired()) {
            Optional<Projection> projection = find(generation.projection());
            more |= projection.isPresent() && discard.some(projection.get(), generation);
        }
        return more;
    }

    /// A rebuild goes on where it was when a node runs again.
    @Override
    public synchronized void close() {
        open = false;
        end(follower);
        follower = null;
        if (processors != null) {
            processors.close();
            leave();
        }
        processors = null;
    }

    private void leave() {
        try {
            nodes.leave();
        } catch (RuntimeException e) {
            LOG.warn("The other nodes will miss this one and take its segments then", e);
        }
    }

    private static void end(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
