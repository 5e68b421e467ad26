package io.tallystick.bench.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// The medians of a case. What was measured in each repetition is kept beside them, because medians
/// hide how much a machine wavers.
///
/// @param ratioToCopy median of the ratios to the COPY of the same repetition; the two ran one
///   after the other, so that a slow minute of the machine slows both
public record CaseResult(
        String name,
        double eventsPerSecond,
        double ratioToCopy,
        double serverMicros,
        double postgresMicros,
        double loadMicros,
        Map<String, Double> figures,
        List<Sample> repetitions) {

    static CaseResult of(String name, List<Sample> samples, List<Sample> reference) {
        return new CaseResult(
                name,
                median(samples, Sample::eventsPerSecond),
                ratio(samples, reference),
                median(samples, Sample::serverMicros),
                median(samples, Sample::postgresMicros),
                median(samples, Sample::loadMicros),
                figures(samples),
                samples);
    }

    private static double ratio(List<Sample> samples, List<Sample> reference) {
        double[] ratios = new double[samples.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = samples.get(i).eventsPerSecond() / reference.get(i).eventsPerSecond();
        }
        return Median.of(ratios);
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Median.of(samples.stream().mapToDouble(figure).toArray());
    }

    private static Map<String, Double> figures(List<Sample> samples) {
        Map<String, Double> medians = new TreeMap<>();
        samples.stream()
                .map(sample -> sample.figures().keySet())
                .flatMap(Collection::stream)
                .distinct()
                .forEach(name -> medians.put(name, median(samples, of(name))));
        return medians;
    }

    private static ToDoubleFunction<Sample> of(String name) {
        return sample -> sample.figures().getOrDefault(name, Double.NaN);
    }
}
