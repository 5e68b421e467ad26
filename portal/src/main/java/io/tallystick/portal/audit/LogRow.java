package io.tallystick.portal.audit;

import io.tallystick.query.audit.SystemLogItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An entry in the list of a page.
record LogRow(String id, String when, String type, String kind, String summary, String actor) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static LogRow of(SystemLogItem item) {
        return new LogRow(
                item.id(),
                time(item.occurredAt()),
                item.type(),
                kind(item.type()),
                item.summary(),
                actor(item.actor()));
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// `data_change` as people say it.
    static String kind(String type) {
        return switch (type) {
            case "login" -> "Login";
            case "data_change" -> "Data change";
            case "api_call" -> "API call";
            case "integration" -> "Integration";
            case "export" -> "Export";
            default -> type;
        };
    }

    /// Who is not named to the reader is what it is.
    static String actor(SystemLogItem.LogActor actor) {
        String label = actor.label();
        return label == null ? "The " + actor.type() : label;
    }
}
