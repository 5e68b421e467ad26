package io.tallystick.portal.usage;

import io.tallystick.query.usage.CustomerUsage;
import io.tallystick.query.usage.CustomerUsage.QualifiedCalls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Everything that moves on the page of a customer.
record Dashboard(
        CalendarMonth month,
        List<Card> cards,
        List<OtherMeter> otherMeters,
        Calls calls,
        DailyTable daily,
        boolean empty,
        AsOf asOf) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    /// Shown as the total beside the qualified ones.
    private static final String CALLS = "calls";

    record OtherMeter(String name, String unit, String quantity, String exact) {}

    /// Calls that were long enough to count as qualified.
    record Calls(int thresholdSeconds, String qualified, String total, int percent) {

        static Calls of(QualifiedCalls calls) {
            BigDecimal percent =
                    Numbers.percent(
                            BigDecimal.valueOf(calls.qualified()),
                            BigDecimal.valueOf(calls.total()));
            return new Calls(
                    calls.thresholdSeconds(),
                    Numbers.readable(calls.qualified()),
                    Numbers.readable(calls.total()),
                    percent.intValue());
        }
    }

    /// What the numbers include.
    ///
    /// @param number the position for programs
    record AsOf(String instant, String clock, String zone, String position, long number) {}

    static Dashboard of(
            CalendarMonth month,
            CustomerUsage usage,
            Map<Meter, Map<LocalDate, BigDecimal>> series) {
        return new Dashboard(
                month,
                cards(month, usage),
                others(usage),
                Calls.of(usage.qualifiedCalls()),
                DailyTable.of(month, series),
                usage.meters().stream().allMatch(meter -> meter.quantity().signum() == 0),
                asOf(month, usage));
    }

    public List<Meter> meters() {
        return List.of(Meter.values());
    }

    private static List<Card> cards(CalendarMonth month, CustomerUsage usage) {
        return Arrays.stream(Meter.values())
                .flatMap(meter ->
                        usage.meters().stream()
                                .filter(it -> it.meter().equals(meter.slug()))
                                .map(it -> Card.of(meter, it, month.isCurrent())))
                .toList();
    }

    private static List<OtherMeter> others(CustomerUsage usage) {
        return usage.meters().stream()
                .filter(meter -> !Meter.isHeadline(meter.meter()) && !meter.meter().equals(CALLS))
                .map(meter ->
                        new OtherMeter(
                                meter.name(),
                                meter.unit(),
                                Numbers.readable(meter.quantity()),
                                Numbers.exact(meter.quantity())))
                .toList();
    }

    private static AsOf asOf(CalendarMonth month, CustomerUsage usage) {
        return new AsOf(
                usage.asOf().toString(),
                CLOCK.format(usage.asOf().atZone(month.zone())),
                month.zone().getId(),
                Numbers.readable(usage.position()),
                usage.position());
    }
}
