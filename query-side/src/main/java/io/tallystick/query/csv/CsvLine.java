package io.tallystick.query.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A line of CSV (RFC 4180).
public final class CsvLine {

    private static final String END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@＝＋－＠";
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{7,15}");

    private CsvLine() {}

    public static String of(List<@Nullable String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", END));
    }

    /// Text that a spreadsheet would run as a formula gets an apostrophe in front, whatever blanks
    /// it hides behind and however wide it is written. For cells that hold what somebody sent.
    public static @Nullable String harmless(@Nullable String text) {
        return text != null && isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        return text.chars()
                .filter(c -> !isBlank(c))
                .limit(1)
                .anyMatch(c -> FORMULA_STARTS.indexOf(c) >= 0);
    }

    private static boolean isBlank(int c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// A cell for telephone numbers: one as E.164 writes it is no formula and stays as it is, or
    /// whoever reads the file would have to know better. Anything else is text like any other.
    public static @Nullable String phone(@Nullable String number) {
        return number != null && PHONE.matcher(number).matches() ? number : harmless(number);
    }

    private static String quoted(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
