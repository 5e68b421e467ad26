package io.tallystick.ingest.cloudevents;

import io.tallystick.eventstore.usage.Hash128;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A well-formed CloudEvent 1.0. Whether its type is content with its data is not known yet.
///
/// @param time null when it was not sent
/// @param contentHash of type, subject, time and data as they were sent
public record CloudEvent(
        String id,
        String source,
        String type,
        String subject,
        @Nullable Instant time,
        EventData data,
        Hash128 contentHash) {}
