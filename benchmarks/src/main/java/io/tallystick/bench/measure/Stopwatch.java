package io.tallystick.bench.measure;

import java.util.Map;

/// Takes time and processor between its start and [#stop].
public final class Stopwatch {

    private final ProcessorMeter meter;
    private final ProcessorTime processor;
    private final long nanos = System.nanoTime();

    public Stopwatch(ProcessorMeter meter) {
        this.meter = meter;
        this.processor = meter.now();
    }

    public Sample stop(long events) {
        double seconds = (System.nanoTime() - nanos) / 1e9;
        return new Sample(events, seconds, meter.now().minus(processor), Map.of());
    }
}
