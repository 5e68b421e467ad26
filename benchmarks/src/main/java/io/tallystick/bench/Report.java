package io.tallystick.bench;

import io.tallystick.bench.claim.Claim;
import io.tallystick.bench.claim.Claims;
import io.tallystick.bench.measure.ClaimResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Writes docs/benchmarks.md out of the results, so that no figure in it was ever typed.
final class Report {

    private static final String LIMITS = "what-the-numbers-do-not-show.md";

    private final Results results;
    private final Path root;

    Report(Results results, Path root) {
        this.results = results;
        this.root = root;
    }

    void write() throws IOException {
        List<ClaimResult> measured = results.read(Claims.ALL.stream().map(Claim::name).toList());
        if (measured.isEmpty()) {
            throw new IllegalStateException("nothing was measured yet: benchmarks/run all");
        }
        var text = new StringBuilder("# Benchmarks\n\n");
        text.append("Written by `benchmarks/run report` from the last run. ")
                .append("µs are processor time per event; the yardstick is the first row of ")
                .append("each table.\n\n## Goals\n\n")
                .append(Goals.table(measured));
        measured.forEach(result -> text.append(section(result)));
        text.append('\n').append(limits());
        Files.writeString(root.resolve("docs/benchmarks.md"), text);
    }

    private static String section(ClaimResult result) {
        return "%n## `benchmarks/run %s`%n%n%s%n%n%s. Sizes: %s.%n%n%s"
                .formatted(
                        result.claim(),
                        result.question(),
                        result.machine().line(),
                        sizes(result),
                        Table.of(result));
    }

    private static String sizes(ClaimResult result) {
        return result.settings().entrySet().stream()
                .filter(setting -> !setting.getValue().isEmpty())
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String limits() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("/" + LIMITS)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
