package io.tallystick.query.csv;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A line of CSV (RFC 4180).
public final class CsvLine {

    private static final String END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvLine() {}

    public static String of(List<@Nullable String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", END));
    }

    /// Text that a spreadsheet would run as a formula gets an apostrophe in front. For cells that
    /// hold what somebody sent.
    public static @Nullable String harmless(@Nullable String text) {
        return text != null && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }

    private static String quoted(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
