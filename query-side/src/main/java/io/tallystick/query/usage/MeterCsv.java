package io.tallystick.query.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A series as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in
/// front: subjects and group values are what somebody sent.
final class MeterCsv {

    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private MeterCsv() {}

    static String of(MeterSeries series, List<String> groups) {
        List<@Nullable String> header =
                new ArrayList<>(List.of("window_start", "window_end", "subject"));
        header.addAll(groups);
        header.add("value");
        var csv = new StringBuilder(line(header));
        series.data().forEach(window -> csv.append(line(cells(window, groups))));
        return csv.toString();
    }

    private static List<@Nullable String> cells(MeterSeries.Window window, List<String> groups) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(window.windowStart().toString());
        cells.add(window.windowEnd().toString());
        cells.add(harmless(window.subject()));
        groups.forEach(group -> cells.add(harmless(window.groupBy().get(group))));
        cells.add(window.value().toPlainString());
        return cells;
    }

    private static @Nullable String harmless(@Nullable String text) {
        return text != null && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }

    private static String line(List<@Nullable String> cells) {
        return cells.stream().map(MeterCsv::quoted).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String quoted(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
