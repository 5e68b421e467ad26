package io.tallystick.query.usage;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tallystick.eventstore.usage.StoredUsage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/// A usage event as the log keeps it.
///
/// @param position where the event is in the log
/// @param ordinal its place among the events of that position
/// @param id as it was sent; unique with customer and source
/// @param source as it was sent
/// @param type as it was sent
/// @param subject the customer's key
/// @param time when it happened
/// @param measure base units of the type: seconds, segments, recipients or bytes
/// @param data the JSON that was sent, byte for byte
record EventItem(
        long position,
        int ordinal,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        @JsonSerialize(using = PlainDecimal.AsText.class) @Nullable BigDecimal measure,
        @JsonRawValue @Nullable String data) {

    static EventItem of(StoredUsage row, String subject) {
        byte[] data = row.data();
        return new EventItem(
                row.ref().position(),
                row.ref().ordinal(),
                row.id(),
                row.source(),
                row.type(),
                subject,
                row.occurredAt(),
                row.measure(),
                data == null ? null : new String(data, StandardCharsets.UTF_8));
    }
}
