package io.tallystick.bench.measure;

import java.util.Arrays;

/// The middle one, or the mean of the two in the middle.
final class Median {

    private Median() {}

    /// Repetitions that did not measure this are left out.
    static double of(double... values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        int middle = sorted.length / 2;
        return switch (sorted.length) {
            case 0 -> Double.NaN;
            default ->
                    sorted.length % 2 == 1
                            ? sorted[middle]
                            : (sorted[middle - 1] + sorted[middle]) / 2;
        };
    }
}
