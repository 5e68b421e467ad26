package io.tallystick.portal.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The month day by day. The chart is drawn from this very table, so they cannot differ.
///
/// @param daysInMonth the length of the chart's axis, days to come included
record DailyTable(int daysInMonth, List<Row> rows) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /// @param cells in the order of [Meter]
    record Row(LocalDate day, String label, List<Cell> cells) {}

    /// @param plain the number for the chart
    record Cell(Meter meter, String quantity, String plain) {}

    static DailyTable of(CalendarMonth month, Map<Meter, Map<LocalDate, BigDecimal>> series) {
        List<Row> rows = month.days().stream().map(day -> row(day, series)).toList();
        return new DailyTable(month.month().lengthOfMonth(), rows);
    }

    private static Row row(LocalDate day, Map<Meter, Map<LocalDate, BigDecimal>> series) {
        List<Cell> cells =
                series.entrySet().stream()
                        .map(meter -> cell(meter.getKey(), quantity(meter.getValue(), day)))
                        .toList();
        return new Row(day, DAY.format(day), cells);
    }

    private static Cell cell(Meter meter, BigDecimal quantity) {
        return new Cell(meter, Numbers.readable(quantity), Numbers.plain(quantity));
    }

    /// Days without usage are left out of a series.
    private static BigDecimal quantity(Map<LocalDate, BigDecimal> series, LocalDate day) {
        return series.getOrDefault(day, BigDecimal.ZERO);
    }
}
