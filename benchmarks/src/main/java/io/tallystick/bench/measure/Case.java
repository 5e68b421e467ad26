package io.tallystick.bench.measure;

/// Something that is measured several times, in turn with others.
public record Case(String name, Workload workload) {

    /// Prepares, measures and cleans up after itself.
    @FunctionalInterface
    public interface Workload {
        Sample run() throws Exception;
    }
}
