package io.tallystick.portal.calls;

import io.tallystick.query.usage.CallItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A call, for people.
record CallRow(
        String time,
        String direction,
        @Nullable String from,
        @Nullable String to,
        String duration,
        @Nullable String outcome,
        @Nullable String agent,
        @Nullable String caller,
        boolean blocked) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static CallRow of(CallItem item) {
        return new CallRow(
                TIME.format(item.time()),
                direction(item.direction()),
                item.from(),
                item.to(),
                item.seconds() == null ? "unknown" : duration(item.seconds()),
                item.outcome(),
                item.agent(),
                item.caller(),
                item.blocked());
    }

    private static String direction(@Nullable String direction) {
        return switch (direction) {
            case "in" -> "Incoming call";
            case "out" -> "Outgoing call";
            case null, default -> "Call";
        };
    }

    /// As a telephone shows it: `1:20`, and from an hour on `1:00:05`. Parts of a second are cut
    /// off.
    static String duration(BigDecimal measured) {
        long seconds = measured.setScale(0, RoundingMode.DOWN).longValueExact();
        long hours = seconds / 3_600;
        long minutes = seconds / 60 % 60;
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds % 60);
    }
}
