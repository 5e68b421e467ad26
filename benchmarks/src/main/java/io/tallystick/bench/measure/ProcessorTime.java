package io.tallystick.bench.measure;

/// Seconds of processor that three parties used: the product's JVM, PostgreSQL with all its
/// processes, and whoever makes the load.
public record ProcessorTime(double server, double postgres, double load) {

    public ProcessorTime minus(ProcessorTime earlier) {
        return new ProcessorTime(
                server - earlier.server, postgres - earlier.postgres, load - earlier.load);
    }
}
