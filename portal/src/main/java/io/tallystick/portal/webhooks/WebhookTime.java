package io.tallystick.portal.webhooks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times of the delivery log, to the second, because attempts follow one another quickly.
final class WebhookTime {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private WebhookTime() {}

    static String of(Instant at) {
        return TIME.format(at);
    }
}
