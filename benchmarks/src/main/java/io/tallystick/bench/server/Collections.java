package io.tallystick.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the collector's log says since this was made: the heap that was in use after each
/// collection. To look from outside would cost collections of its own.
public final class Collections {

    private static final Pattern PAUSE =
            Pattern.compile("Pause (\\w+).* (\\d+)M->(\\d+)M\\((\\d+)M\\) ([\\d.]+)ms");

    private final Server server;
    private final int linesBefore;

    public Collections(Server server) throws IOException {
        this.server = server;
        this.linesBefore = Files.readAllLines(server.collections()).size();
    }

    /// The quarters of the time side by side: a leak grows from one to the next. Only full
    /// collections say what is alive; where there was none, all others stand for them.
    public Map<String, Double> heap() throws IOException {
        List<Matcher> pauses =
                Files.readAllLines(server.collections()).stream()
                        .skip(linesBefore)
                        .map(PAUSE::matcher)
                        .filter(Matcher::find)
                        .toList();
        Map<String, Double> figures = new TreeMap<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            List<Matcher> part =
                    pauses.subList(quarter * pauses.size() / 4, (quarter + 1) * pauses.size() / 4);
            figures.put("heap after collection, quarter %d, MB".formatted(quarter + 1), used(part));
        }
        figures.put("collections", (double) pauses.size());
        figures.put(
                "paused seconds",
                pauses.stream().mapToDouble(pause -> Double.parseDouble(pause.group(5))).sum()
                        / 1e3);
        figures.put("resident MB at the end", residentMegabytes(server.pid()));
        return figures;
    }

    private static double used(List<Matcher> pauses) {
        List<Matcher> full =
                pauses.stream().filter(pause -> pause.group(1).equals("Full")).toList();
        return (full.isEmpty() ? pauses : full)
                .stream()
                        .mapToDouble(pause -> Double.parseDouble(pause.group(3)))
                        .average()
                        .orElse(Double.NaN);
    }

    private static double residentMegabytes(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }
}
