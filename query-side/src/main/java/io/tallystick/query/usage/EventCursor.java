package io.tallystick.query.usage;

import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.time.QueryTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events are paged by time, position and ordinal: time alone does not tell them apart.
final class EventCursor {

    private static final int MICROS_PER_SECOND = 1_000_000;

    private EventCursor() {}

    static String after(EventItem last) {
        return after(last.time(), new EventRef(last.position(), last.ordinal()));
    }

    static String after(StoredUsage last) {
        return after(last.occurredAt(), last.ref());
    }

    private static String after(Instant time, EventRef ref) {
        return Cursor.of(
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time)),
                Long.toString(ref.position()),
                Integer.toString(ref.ordinal()));
    }

    static UsageReader.@Nullable Cursor parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.parse(cursor, 3);
        try {
            long micros = Long.parseLong(parts.get(0));
            Instant at =
                    Instant.ofEpochSecond(
                            Math.floorDiv(micros, (long) MICROS_PER_SECOND),
                            Math.floorMod(micros, (long) MICROS_PER_SECOND) * 1_000);
            QueryTime.requireKnown(at);
            return new UsageReader.Cursor(
                    at, new EventRef(Long.parseLong(parts.get(1)), Integer.parseInt(parts.get(2))));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
