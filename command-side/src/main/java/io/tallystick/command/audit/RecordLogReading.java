package io.tallystick.command.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.edge.audit.LogReadings.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Somebody looks into the system log.
///
/// @param reader id of the key or person
record RecordLogReading(String reader, Reading reading, Instant at) {

    /// The same for all that one reader asks in a minute of one log with one filter, on every node.
    String factId() {
        String told =
                "system-log/%s/%s/%s/%s/%s/%s"
                        .formatted(
                                reader,
                                reading.partnerId(),
                                reading.customerId(),
                                reading.format(),
                                at.truncatedTo(ChronoUnit.MINUTES),
                                reading.filter());
        return UUID.nameUUIDFromBytes(told.getBytes(UTF_8)).toString();
    }
}
