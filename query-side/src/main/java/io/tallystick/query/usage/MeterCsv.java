package io.tallystick.query.usage;

import io.tallystick.query.csv.CsvLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A series as CSV. Subjects and group values are what somebody sent.
final class MeterCsv {

    private MeterCsv() {}

    static String of(MeterSeries series, List<String> groups) {
        List<@Nullable String> header =
                new ArrayList<>(List.of("window_start", "window_end", "subject"));
        header.addAll(groups);
        header.add("value");
        var csv = new StringBuilder(CsvLine.of(header));
        series.data().forEach(window -> csv.append(CsvLine.of(cells(window, groups))));
        return csv.toString();
    }

    private static List<@Nullable String> cells(MeterSeries.Window window, List<String> groups) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(window.windowStart().toString());
        cells.add(window.windowEnd().toString());
        cells.add(CsvLine.harmless(window.subject()));
        groups.forEach(group -> cells.add(CsvLine.harmless(window.groupBy().get(group))));
        cells.add(window.value().toPlainString());
        return cells;
    }
}
