package io.tallystick.portal.settings;

import io.tallystick.query.settings.BlockedCallerItem;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A blocked caller, for people.
record BlockedCallerRow(String number, String blockedAt, String stoppedCalls) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static BlockedCallerRow of(BlockedCallerItem item) {
        return new BlockedCallerRow(
                item.number(),
                TIME.format(item.blockedAt()),
                String.format(Locale.ENGLISH, "%,d", item.stoppedCalls()));
    }
}
