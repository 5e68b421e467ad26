package io.tallystick.bench;

import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.ClaimResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A claim's medians as a Markdown table, which reads well on a terminal too.
final class Table {

    private static final String HEAD =
            """
            | case | /s | lowest–highest | ÷ yardstick | server µs | PostgreSQL µs | load µs | |
            |---|---:|---:|---:|---:|---:|---:|---|
            """;

    private Table() {}

    static String of(ClaimResult result) {
        return HEAD + result.cases().stream().map(Table::row).collect(Collectors.joining());
    }

    private static String row(CaseResult each) {
        return "| %s | %s | %s–%s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        each.name(),
                        rate(each.eventsPerSecond()),
                        rate(edge(each, false)),
                        rate(edge(each, true)),
                        number(each.ratioToCopy()),
                        number(each.serverMicros()),
                        number(each.postgresMicros()),
                        number(each.loadMicros()),
                        figures(each.figures()));
    }

    private static double edge(CaseResult each, boolean highest) {
        List<Double> rates =
                each.repetitions().stream()
                        .map(sample -> sample.eventsPerSecond())
                        .sorted()
                        .toList();
        return highest ? rates.getLast() : rates.getFirst();
    }

    private static String figures(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + number(figure.getValue()))
                .collect(Collectors.joining("; "));
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, "%,." + decimals(value) + "f", value);
    }

    /// About three digits, whatever the size.
    private static int decimals(double value) {
        if (value == 0 || value >= 100) {
            return 0;
        }
        if (value >= 10) {
            return 1;
        }
        return value >= 0.1 ? 2 : 3;
    }
}
