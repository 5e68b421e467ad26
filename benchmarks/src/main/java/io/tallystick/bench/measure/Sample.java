package io.tallystick.bench.measure;

import java.util.Map;
import java.util.TreeMap;

/// One repetition of one case.
///
/// @param figures what the case measures besides its speed, by a name that ends with the unit
public record Sample(
        long events, double seconds, ProcessorTime processor, Map<String, Double> figures) {

    public Sample with(Map<String, Double> more) {
        Map<String, Double> all = new TreeMap<>(figures);
        all.putAll(more);
        return new Sample(events, seconds, processor, all);
    }

    public double eventsPerSecond() {
        return events / seconds;
    }

    public double serverMicros() {
        return processor.server() * 1e6 / events;
    }

    public double postgresMicros() {
        return processor.postgres() * 1e6 / events;
    }

    public double loadMicros() {
        return processor.load() * 1e6 / events;
    }
}
