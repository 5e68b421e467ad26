package io.tallystick.bench;

import io.tallystick.bench.load.EventBatch;
import io.tallystick.ingest.cloudevents.BodyShape;
import io.tallystick.ingest.cloudevents.CloudEventsParser;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What reading an event costs, hash of its content included, without a server around it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParserBenchmark {

    private static final int EVENTS = 1_000;

    private final EventBatch batch =
            EventBatch.of(EVENTS, Instant.parse("2026-01-31T00:00:00Z"), new SplittableRandom(1));

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void event(Blackhole hole) {
        CloudEventsParser.parse(batch.next(), BodyShape.BATCH, hole::consume);
    }
}
