package io.tallystick.bench.claim;

import java.util.Map;
import org.HdrHistogram.Histogram;

/// A histogram of microseconds, told in milliseconds.
final class Percentiles {

    private Percentiles() {}

    static Map<String, Double> millis(String of, Histogram micros) {
        return Map.of(
                of + " p50 ms", micros.getValueAtPercentile(50) / 1e3,
                of + " p99 ms", micros.getValueAtPercentile(99) / 1e3,
                of + " max ms", micros.getMaxValue() / 1e3);
    }
}
