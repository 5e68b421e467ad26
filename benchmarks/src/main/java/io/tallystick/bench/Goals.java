package io.tallystick.bench;

import io.tallystick.bench.claim.Goal;
import io.tallystick.bench.measure.ClaimResult;
import java.util.List;
import java.util.stream.Collectors;

/// The goals beside what was measured.
final class Goals {

    private static final String HEAD =
            """
            | | goal | reach for | measured |
            |---|---:|---:|---:|
            """;

    private Goals() {}

    static String table(List<ClaimResult> measured) {
        return HEAD
                + Goal.ALL.stream().map(goal -> row(goal, measured)).collect(Collectors.joining());
    }

    private static String row(Goal goal, List<ClaimResult> measured) {
        String value =
                goal.measured(measured).stream()
                        .mapToObj(Table::number)
                        .findFirst()
                        .orElse("not measured");
        return "| %s | %s | %s | %s |%n".formatted(goal.name(), goal.wanted(), goal.reach(), value);
    }
}
