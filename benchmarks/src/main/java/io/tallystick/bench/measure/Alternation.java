package io.tallystick.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the cases in turn, again and again: a machine that is shared drifts, and what is measured
/// side by side drifts together. The first case is the yardstick of all.
public final class Alternation {

    private final int repetitions;
    private final boolean warmsUp;

    /// With a first round that warms up and is not counted.
    public Alternation(int repetitions) {
        this(repetitions, true);
    }

    public Alternation(int repetitions, boolean warmsUp) {
        this.repetitions = repetitions;
        this.warmsUp = warmsUp;
    }

    public List<CaseResult> run(List<Case> cases) throws Exception {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (int repetition = warmsUp ? 0 : 1; repetition <= repetitions; repetition++) {
            for (Case each : cases) {
                Sample sample = each.workload().run();
                System.out.printf(
                        "  %-8s %-44s %,12.0f /s%n",
                        repetition == 0 ? "warm-up" : repetition + "/" + repetitions,
                        each.name(),
                        sample.eventsPerSecond());
                if (repetition > 0) {
                    samples.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(sample);
                }
            }
        }
        List<Sample> reference = samples.values().iterator().next();
        return samples.entrySet().stream()
                .map(entry -> CaseResult.of(entry.getKey(), entry.getValue(), reference))
                .toList();
    }
}
